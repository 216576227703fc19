// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema::desktop {

class Theme;
class TouchButton;

/// What stands in the place of a list that has nothing to show, and why (ux.md 2.10): an icon, a title, one sentence,
/// one primary action, one link.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// `token` is the icon's colour: "muted", or "error" where something went wrong.
    void showState(const QString &iconName, const QString &title, const QString &sentence, const char *token = "muted");
    /// An empty text takes the button away. `kind` is "primary" or "plain".
    void setAction(const QString &text, const char *kind = "primary");
    void setLink(const QString &text);

Q_SIGNALS:
    void actionChosen();
    void linkChosen();

private:
    void drawIcon();

    const Theme &m_theme;
    QString m_iconName;
    const char *m_token = "muted";
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    TouchButton *m_action;
    TouchButton *m_link;
};

} // namespace crema::desktop
