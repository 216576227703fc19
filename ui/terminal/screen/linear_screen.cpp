// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/screen/linear_screen.h"

#include <termios.h>
#include <unistd.h>

namespace crema::terminal {

namespace {

constexpr int linearHeight = 60;              // rows are only gathered, never placed
constexpr qsizetype maximumLineBytes = 8'192; // a longer line is cut into several
constexpr qsizetype maximumLines = 256;       // typed ahead; what is more waits in the pipe

/// The title without the progress at its other end: "TILL Harbour" of "TILL Harbour      q 1".
QString headingOf(const QString &title)
{
    return title.section(QStringLiteral("  "), 0, 0);
}

QStringList rowsOf(const Canvas &canvas, RowRole role)
{
    QStringList rows;
    for (int row = 0; row < canvas.height(); ++row) {
        const QString text = canvas.rowText(row);
        if (canvas.role(row) == role && !text.isEmpty())
            rows.append(text);
    }
    return rows;
}

} // namespace

LinearScreen::LinearScreen(int inputDescriptor, std::FILE *output, int width, Charset charset)
    : m_size{width, linearHeight}, m_charset(charset), m_output(output), m_input(inputDescriptor),
      m_notifier(inputDescriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LinearScreen::readInput);
}

LinearScreen::~LinearScreen()
{
    echo(true);
}

// The lines are the terminal's to edit and to show, so a PIN is hidden by telling it not to.
void LinearScreen::echo(bool shown)
{
    termios mode = {};
    if (shown == m_echoes || ::tcgetattr(m_input, &mode) != 0)
        return;
    if (shown)
        mode.c_lflag |= ECHO;
    else
        mode.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(m_input, TCSANOW, &mode);
    m_echoes = shown;
}

void LinearScreen::show(const Canvas &canvas)
{
    echo(!canvas.hasSecretInput());
    const QString title = rowsOf(canvas, RowRole::Title).join(QLatin1Char(' '));
    const QStringList body = rowsOf(canvas, RowRole::Body);
    const QString hints = rowsOf(canvas, RowRole::Hint).join(QLatin1Char(' '));
    const QString prompt = rowsOf(canvas, RowRole::Prompt).join(QLatin1Char(' '));
    const bool newTitle = title != m_title;
    bool wrote = false;
    if (newTitle) {
        write(title);
        wrote = true;
    }
    // Another screen, or another page of it, is read as a whole; what only got on is not read again.
    if (newTitle && (headingOf(title) != headingOf(m_title) || body != m_body))
        m_body.clear();
    if (body != m_body) {
        writeNewLines(body);
        wrote = true;
    }
    if (canvas.messageNumber() != m_messageNumber) {
        write(rowsOf(canvas, RowRole::Message).join(QLatin1Char(' ')));
        wrote = true;
    }
    if (hints != m_hints)
        write(hints);
    if (wrote || m_anyInput || prompt != m_prompt)
        write(prompt);
    m_title = title;
    m_body = body;
    m_hints = hints;
    m_prompt = prompt;
    m_messageNumber = canvas.messageNumber();
    m_anyInput = false;
    handOnSoon();
}

void LinearScreen::writeNewLines(const QStringList &body)
{
    for (const QString &line : body) {
        if (!m_body.contains(line))
            write(line);
    }
}

void LinearScreen::repaint()
{
    m_title.clear();
    m_hints.clear();
}

void LinearScreen::bell()
{
    std::fputc('\a', m_output);
    std::fflush(m_output);
}

void LinearScreen::write(const QString &text)
{
    if (text.isEmpty())
        return;
    const QByteArray bytes = m_charset == Charset::Utf8 ? text.toUtf8() : text.toLatin1();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), m_output);
    std::fputc('\n', m_output);
    std::fflush(m_output);
}

void LinearScreen::readInput()
{
    std::array<char, 4'096> chunk;
    const ssize_t size = ::read(m_input, chunk.data(), chunk.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size <= 0) {
        m_isOver = true;
        m_isReading = false;
        // A last line without its end was typed all the same.
        if (!m_buffer.isEmpty())
            m_buffer.append('\n');
    } else {
        m_buffer.append(chunk.data(), size);
    }
    takeLines();
    m_notifier.setEnabled(m_isReading && m_lines.size() < maximumLines);
    handOnSoon();
}

void LinearScreen::takeLines()
{
    qsizetype end = m_buffer.indexOf('\n');
    while (end >= 0 || m_buffer.size() > maximumLineBytes) {
        QByteArray line = m_buffer.left(end >= 0 ? end : maximumLineBytes);
        m_buffer.remove(0, end >= 0 ? end + 1 : maximumLineBytes);
        if (line.endsWith('\r'))
            line.chop(1);
        m_lines.append(m_charset == Charset::Utf8 ? QString::fromUtf8(line) : QString::fromLatin1(line));
        end = m_buffer.indexOf('\n');
    }
}

// Not from inside show(), nor two lines in one turn of the loop: what the first one begins has to be seen.
void LinearScreen::handOnSoon()
{
    if (m_isHandingOn || (m_lines.isEmpty() && !m_isOver))
        return;
    m_isHandingOn = true;
    QMetaObject::invokeMethod(this, &LinearScreen::handOn, Qt::QueuedConnection);
}

// A line is for the screen that comes of the one before, so it waits until that is there; and so does the end.
void LinearScreen::handOn()
{
    m_isHandingOn = false;
    if (!listener() || listener()->isWorking())
        return;
    if (m_lines.isEmpty()) {
        if (std::exchange(m_isOver, false))
            listener()->closed();
        return;
    }
    m_anyInput = true;
    listener()->keysArrived(keysOf(QString(m_lines.takeFirst() + QLatin1Char('\n'))));
    m_notifier.setEnabled(m_isReading && m_lines.size() < maximumLines);
    handOnSoon();
}

} // namespace crema::terminal
