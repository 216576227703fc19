// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace crema::desktop {

class Theme;
class TouchButton;

/// The head of a page: where one is, what it is called, what can be done with it at the trailing edge.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A muted text behind the title: "web · today, 10:24"; empty shows none.
    void setAside(const QString &text);
    /// Badges between the title and the text behind it.
    void addBesideTitle(QWidget *widget);
    /// The place above this one ("Sales"), as a way back; empty shows none.
    void setParentPlace(const QString &name);
    /// Buttons at the trailing edge, or below the title where they do not fit beside it; the primary one last. They get
    /// the height of a page's buttons.
    void addAction(TouchButton *button);
    /// Px at the leading and trailing edge: 16, in a wide window 24.
    void setEdge(int px);

Q_SIGNALS:
    /// The parent place was chosen.
    void parentChosen();

protected:
    bool event(QEvent *event) override;

private:
    void arrange();

    TouchButton *m_parentPlace;
    QLabel *m_separator;
    QLabel *m_here;
    QWidget *m_crumbs;
    QLabel *m_title;
    QLabel *m_aside;
    QHBoxLayout *m_beside;
    class QBoxLayout *m_titleRow;
    QHBoxLayout *m_actions;
    const Theme &m_theme;
};

} // namespace crema::desktop
