// Imported first: chalk looks at the environment when it is loaded, and a picture has colours wherever it is drawn.
process.env.FORCE_COLOR = '1'
delete process.env.NO_COLOR
