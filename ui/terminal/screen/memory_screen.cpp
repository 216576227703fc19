// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/screen/memory_screen.h"

namespace crema::terminal {

namespace {

QLatin1Char attributeLetter(const Style &style)
{
    const int attributes = int(style.bold) + int(style.reverse) + int(style.underline);
    if (attributes == 0)
        return QLatin1Char(' ');
    if (attributes > 1)
        return style.bold && style.reverse && !style.underline ? QLatin1Char('R') : QLatin1Char('*');
    return style.bold ? QLatin1Char('b') : style.reverse ? QLatin1Char('r') : QLatin1Char('u');
}

QString attributeRow(const Canvas &canvas, int row)
{
    QString letters;
    for (int column = 0; column < canvas.width(); ++column)
        letters += attributeLetter(canvas.cell({row, column}).style);
    while (letters.endsWith(QLatin1Char(' ')))
        letters.chop(1);
    return letters;
}

} // namespace

void MemoryScreen::show(const Canvas &canvas)
{
    Q_ASSERT(canvas.size() == m_canvas.size());
    m_canvas = canvas;
    ++m_shows;
}

void MemoryScreen::send(const QList<KeyEvent> &keys)
{
    if (listener())
        listener()->keysArrived(keys);
}

void MemoryScreen::type(QStringView text)
{
    for (const KeyEvent &key : keysOf(text))
        send(QList<KeyEvent>{key});
}

void MemoryScreen::sendAtOnce(QStringView text)
{
    send(keysOf(text));
}

void MemoryScreen::resize(Size size)
{
    m_canvas = Canvas(size);
    if (listener())
        listener()->resized();
}

void MemoryScreen::interrupt()
{
    if (listener())
        listener()->interrupted();
}

void MemoryScreen::close()
{
    if (listener())
        listener()->closed();
}

QString paneText(const Canvas &canvas)
{
    QString text;
    for (int row = 0; row < canvas.height(); ++row)
        text += canvas.rowText(row) + QLatin1Char('\n');
    text += QStringLiteral("-- attributes --\n");
    for (int row = 0; row < canvas.height(); ++row) {
        const QString letters = attributeRow(canvas, row);
        if (!letters.isEmpty())
            text += QStringLiteral("%1 %2\n").arg(row, 2).arg(letters);
    }
    if (canvas.cursor()) {
        text += QStringLiteral("-- cursor at row %1, column %2 --\n")
                    .arg(canvas.cursor()->row)
                    .arg(canvas.cursor()->column);
    }
    return text;
}

} // namespace crema::terminal
