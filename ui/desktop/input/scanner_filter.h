// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/input/wedge_scanner.h"

#include <QObject>

#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace crema::desktop {

/// Takes scans out of the key presses of the whole program, whatever has the focus. Printable keys are held back
/// for a moment: when they turn out to be typed they go on to the focused widget, when they are a scan nobody sees
/// them. Keys that had to be let go too early are taken back with Backspace.
class ScannerFilter final : public QObject
{
    Q_OBJECT

public:
    ScannerFilter(Clock &clock, QObject *parent = nullptr);
    ~ScannerFilter() override;

Q_SIGNALS:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool keyPressed(QKeyEvent &event);
    void hold(const QKeyEvent &event);
    void release();
    void takeBack(qsizetype letters);

    Clock &m_clock;
    WedgeScanner m_scanner;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    qsizetype m_letGo = 0; ///< keys of the present row that the focused widget has seen
    bool m_releasing = false;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::desktop
