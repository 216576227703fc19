// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace crema {
class UnknownCodePresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// A code that the catalog does not know and what can be done about it, in the page's layout (ux.md 2.5).
class UnknownCodeStrip final : public QFrame
{
    Q_OBJECT

public:
    UnknownCodeStrip(const Theme &theme, UnknownCodePresenter &presenter, QWidget *parent = nullptr);

    /// Narrow: the buttons stand below the text.
    void setNarrow(bool narrow);

private:
    void showCode();
    void arrange();
    TouchButton *makeButton(const char *name, const QString &text);

    const Theme &m_theme;
    UnknownCodePresenter &m_presenter;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    class QBoxLayout *m_layout;
    QWidget *m_buttons;
    bool m_narrow = false;
    TouchButton *m_create;
    TouchButton *m_link;
    TouchButton *m_search;
    TouchButton *m_ignore;
};

} // namespace crema::desktop
