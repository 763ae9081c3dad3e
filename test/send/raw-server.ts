/** A real TCP server on this machine that writes what a test wants, as no well-behaved mail server would. */
import { type AddressInfo, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** What is written in return to each command: lines with their ends, by the command's first word. */
export type Script = Record<string, string | ((line: string) => string)>

const behaved: Script = {
  EHLO: '250 mail.example.com\r\n',
  AUTH: '235 2.7.0 Welcome\r\n',
  MAIL: '250 2.1.0 Fine\r\n',
  RCPT: '250 2.1.5 Fine\r\n',
  DATA: '354 Go ahead\r\n',
  '.': '250 2.0.0 Taken\r\n',
  RSET: '250 2.0.0 Fine\r\n',
  QUIT: '221 2.0.0 Bye\r\n',
}

/**
 * Starts a server that ends with the test.
 * @param greeting its first line, with its end
 * @param script where it differs from a server that accepts everything; `.` is the end of a message
 */
export async function openRawServer(greeting: string, script: Script = {}): Promise<{ port: number }> {
  const responses = { ...behaved, ...script }
  const server = createServer((socket) => {
    let isInData = false
    let rest = ''
    socket.on('error', () => {})
    socket.write(greeting)
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (isInData && line !== '.') continue
        const word = line.split(' ')[0]?.toUpperCase() ?? ''
        const response = responses[word] ?? '500 5.5.1 Unknown\r\n'
        const written = typeof response === 'string' ? response : response(line)
        isInData = written.startsWith('354')
        socket.write(written)
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port }
}
