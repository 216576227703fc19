// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema {
class PrintPresenter;
}

namespace crema::desktop {

class MessageStrip;
class Theme;

/// How printing stands, with what can be done about it; hidden where no printer is set.
class PrintStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `WhenQuiet::Again` offers the last receipt once more while nothing is to be told.
    enum class WhenQuiet { Hidden, Again };

    PrintStrip(const Theme &theme, PrintPresenter &presenter, WhenQuiet whenQuiet, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It needs more room, or less.
    void shownChanged();

private:
    void showState();
    void showQuiet();
    void accept();
    void dismiss();

    PrintPresenter &m_presenter;
    WhenQuiet m_whenQuiet;
    MessageStrip *m_strip;
};

} // namespace crema::desktop
