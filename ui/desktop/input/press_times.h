// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>

namespace crema::desktop {

/// Tells when keys, buttons and the glass were pressed, as the window system says it: a window that stands still for a
/// moment gets the presses of that moment late, and all at once.
class PressTimes final : public QObject
{
    Q_OBJECT

public:
    explicit PressTimes(QObject *parent = nullptr);

Q_SIGNALS:
    /// Before anybody gets the press. In milliseconds of the window system's own clock; only differences mean anything.
    void pressed(std::int64_t atMs);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::int64_t m_lastMs = -1; ///< one press passes by several objects
};

} // namespace crema::desktop
