import { copyFile, lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** More than this is not copied: the assistant then sees the first files, always with the one to mend. */
const MAX_FILES = 5_000
const MAX_BYTES = 64 * 1024 * 1024

/** Copies ordinary files of a project (relative paths) into `target`; links are left out. Returns what was copied. */
export async function copyProject(
  root: string,
  paths: readonly string[],
  first: string,
  target: string,
): Promise<readonly string[]> {
  const copied: string[] = []
  let bytes = 0
  for (const path of [first, ...paths.filter(one => one !== first)]) {
    if (copied.length >= MAX_FILES) break
    const info = await lstat(join(root, path)).catch(() => null)
    if (!info?.isFile() || (bytes + info.size > MAX_BYTES && path !== first)) continue
    await mkdir(dirname(join(target, path)), { recursive: true })
    await copyFile(join(root, path), join(target, path))
    copied.push(path)
    bytes += info.size
  }
  return copied
}
