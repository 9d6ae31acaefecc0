// What every command but `--version` needs, in one file: each more to open takes longer than a few lines to read.

export { runCli } from './run-cli.js'
export { isInteractive, plainHere, terminalIo } from './terminal-io.js'
