// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/screen/screen.h"

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>

#include <cstdio>

namespace crema::terminal {

/// A screen for screen readers, dumb terminals and pipes: no cursor addressing and no escape codes. What is new is
/// printed as lines, the prompt comes last, and a line of input is read at a time.
class LinearScreen final : public QObject, public Screen
{
    Q_OBJECT

public:
    /// Reads `inputDescriptor` and writes to `output`; neither is closed.
    LinearScreen(int inputDescriptor, std::FILE *output, int width, Charset charset);
    /// Leaves the echo of the terminal as it was.
    ~LinearScreen() override;

    [[nodiscard]] Size size() const override { return m_size; }
    [[nodiscard]] Charset charset() const override { return m_charset; }
    void show(const Canvas &canvas) override;
    void repaint() override;
    void bell() override;
    void dropInput() override {}
    void learnKey(const QByteArray &, Key) override {} // whole lines have no keys

private:
    void readInput();
    void takeLines();
    void handOnSoon();
    void handOn();
    void write(const QString &text);
    void echo(bool shown);
    void writeNewLines(const QStringList &body);

    Size m_size;
    Charset m_charset;
    std::FILE *m_output;
    int m_input;
    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    QStringList m_lines;        ///< typed ahead
    bool m_isReading = true;    ///< more may come
    bool m_isOver = false;      ///< the end is still to be told
    bool m_isHandingOn = false; ///< in a moment
    QString m_title;
    QStringList m_body;
    QString m_hints;
    QString m_prompt;
    int m_messageNumber = 0;
    bool m_echoes = true;   ///< the terminal shows what is typed
    bool m_anyInput = true; ///< since the prompt was last printed, so that it is asked again
};

} // namespace crema::terminal
