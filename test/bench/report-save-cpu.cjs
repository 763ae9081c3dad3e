/**
 * Required by the watch that `watch.mjs` starts: whenever it prints that it has built, sends its parent the milliseconds
 * of the processor since the parent's last message, and those that it printed.
 */
let start = process.cpuUsage()
process.on('message', () => {
  start = process.cpuUsage()
  process.send({ ready: true })
})
// The watch ends by itself when it is interrupted.
process.channel.unref()
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (text, ...rest) => {
  const { user, system } = process.cpuUsage(start)
  const milliseconds = / built .* in (\d+) ms/.exec(text)?.[1]
  if (milliseconds) process.send({ cpu: (user + system) / 1000, printed: Number(milliseconds) })
  return write(text, ...rest)
}
