// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/input/field_memento.h"
#include "ui/desktop/input/wedge_scanner.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace crema::desktop {

/// Takes scans out of the key presses of the whole program, whatever has the focus: fields, editors of tables, menus
/// and dialogs. Printable keys are held back for a moment: when they turn out to be typed they go on to the widget
/// that had the focus, when they are a scan nobody sees them. What had to be let go too early is taken back.
///
/// A field with the property `acceptsCodes` gets the code as its text instead.
class ScannerFilter final : public QObject
{
    Q_OBJECT

public:
    explicit ScannerFilter(Clock &clock, QObject *parent = nullptr, const WedgeLimits &limits = {});
    ~ScannerFilter() override;

    /// From now on codes are told from typing by these.
    void setLimits(const WedgeLimits &limits);
    /// A code that came another way than by keys: it goes on as one that was typed.
    void takeCode(const QString &code);

Q_SIGNALS:
    void scanned(const QString &code);
    /// A code that stopped half way: no field has seen any of it.
    void cutOff(const QString &part);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool keyPressed(QKeyEvent &event, QWidget &target);
    [[nodiscard]] bool keyOverridden(QKeyEvent &event);
    [[nodiscard]] bool ended(QKeyEvent &event, std::int64_t nowMs);
    void hold(const QKeyEvent &event, QWidget &target, std::int64_t nowMs);
    void wait(std::int64_t delayMs);
    void waited();
    void takeBack(std::vector<FieldMemento> &touched);
    void release();
    void forget();
    void takeScan(const QString &code, std::int64_t nowMs);
    void passOn(const QString &code, std::int64_t atMs);
    [[nodiscard]] std::int64_t timeOf(const QKeyEvent &event) const;
    /// Just after a scan, a second end of it: Tab and Enter, or CR and LF.
    [[nodiscard]] bool isTail(std::int64_t nowMs) const { return nowMs - m_scanEndMs <= m_scanner.maxGapMs(); }

    Clock &m_clock;
    WedgeScanner m_scanner;
    struct HeldKey {
        std::unique_ptr<QKeyEvent> event;
        QPointer<QWidget> target;
    };
    std::vector<HeldKey> m_held;
    std::vector<FieldMemento> m_touched;       ///< the fields that have seen keys of the present row
    std::vector<FieldMemento> m_touchedBefore; ///< those that saw keys shortly before it
    std::int64_t m_scanEndMs;
    bool m_releasing = false;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::desktop
