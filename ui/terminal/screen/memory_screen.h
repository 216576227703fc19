// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/screen/screen.h"

#include <QHash>

namespace crema::terminal {

/// A screen that keeps what it was shown: for tests and for screenshots as text.
class MemoryScreen final : public Screen
{
public:
    explicit MemoryScreen(Size size, Charset charset = Charset::Utf8) : m_canvas(size), m_charset(charset) {}

    [[nodiscard]] Size size() const override { return m_canvas.size(); }
    [[nodiscard]] Charset charset() const override { return m_charset; }
    void show(const Canvas &canvas) override;
    void repaint() override {}
    void bell() override { ++m_bells; }
    void dropInput() override { ++m_drops; }
    void learnKey(const QByteArray &bytes, Key key) override { m_learned.insert(bytes, key); }

    /// Hands keys to the listener as one read.
    void send(const QList<KeyEvent> &keys);
    void send(Key key) { send({KeyEvent::of(key)}); }
    /// Types each character in a read of its own; `\n` is Enter.
    void type(QStringView text);
    /// Sends all characters in one read, as a scanner does; `\n` is Enter.
    void sendAtOnce(QStringView text);
    void resize(Size size);
    void interrupt();
    void close();

    [[nodiscard]] const Canvas &canvas() const { return m_canvas; }
    [[nodiscard]] int shows() const { return m_shows; }
    [[nodiscard]] int bells() const { return m_bells; }
    /// How often waiting input was dropped.
    [[nodiscard]] int drops() const { return m_drops; }
    [[nodiscard]] const QHash<QByteArray, Key> &learned() const { return m_learned; }

private:
    Canvas m_canvas;
    Charset m_charset;
    int m_shows = 0;
    int m_bells = 0;
    int m_drops = 0;
    QHash<QByteArray, Key> m_learned;
};

/// The text of a canvas, one line per row, then for rows with attributes a map of them: each column is a letter
/// (b bold, r reverse, u underline, several: R bold+reverse, * any other mix, blank none), and the cursor's place.
[[nodiscard]] QString paneText(const Canvas &canvas);

} // namespace crema::terminal
