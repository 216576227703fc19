// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace crema::desktop {

class Theme;

/// A group of a page on a surface of its own: a title row and what belongs under it. Its corners have a radius of 10.
class Card final : public QFrame
{
    Q_OBJECT

public:
    Card(const Theme &theme, const QString &objectName, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A muted text at the trailing end of the title row; empty hides it.
    void setAside(const QString &text);
    /// A button or badge at the trailing end of the title row.
    void addToTitle(QWidget *widget);
    /// Where the contents go: from edge to edge, so that rows can have lines across the card. Contents that want the
    /// card's own margin use addRow().
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Adds a widget with the margins of the title row.
    void addRow(QWidget *widget);

    /// Rows of names and values under this object name, without those of before: for contents that are filled anew.
    [[nodiscard]] QGridLayout *emptied(const QString &name);

    /// Px between the card's edge and its contents.
    static constexpr int padding = 16;

private:
    QLabel *m_title;
    QLabel *m_aside;
    QHBoxLayout *m_titleRow;
    QVBoxLayout *m_body;
};

} // namespace crema::desktop
