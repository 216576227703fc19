// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/canvas.h"
#include "ui/terminal/cells/charset.h"
#include "ui/terminal/input/key.h"

#include <QByteArray>
#include <QList>

namespace crema::terminal {

/// Whoever reacts to what happens at a Screen.
class ScreenListener
{
public:
    virtual ~ScreenListener() = default;

    /// All keys of one read. The listener applies them all and shows once.
    virtual void keysArrived(const QList<KeyEvent> &keys) = 0;
    virtual void resized() = 0;
    /// Ctrl+C: the person wants to leave.
    virtual void interrupted() = 0;
    /// The terminal is gone or the program was told to end.
    virtual void closed() = 0;
    /// Still at what the last keys asked for: whole lines that were typed ahead wait for it. Shows again when it ends.
    [[nodiscard]] virtual bool isWorking() const = 0;
};

/// The surface between the terminal screens and a real terminal, a test or a screen reader.
class Screen
{
public:
    virtual ~Screen() = default;

    void setListener(ScreenListener *listener) { m_listener = listener; }

    [[nodiscard]] virtual Size size() const = 0;
    [[nodiscard]] virtual Charset charset() const = 0;
    /// Makes the terminal look like the canvas, whose size is size().
    virtual void show(const Canvas &canvas) = 0;
    /// Paints everything anew with the next show(), because something else may have written to the terminal.
    virtual void repaint() = 0;
    virtual void bell() = 0;
    /// Drops keys that arrived but were not read yet.
    virtual void dropInput() = 0;
    /// From now on these bytes, which begin with an escape, are this key.
    virtual void learnKey(const QByteArray &bytes, Key key) = 0;

protected:
    [[nodiscard]] ScreenListener *listener() const { return m_listener; }

private:
    ScreenListener *m_listener = nullptr;
};

} // namespace crema::terminal
