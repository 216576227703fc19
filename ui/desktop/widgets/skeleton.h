// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHeaderView;

namespace crema::desktop {

class Theme;

/// The rows of a list while they are read for the first time (ux.md 2.10): flat bars where the columns will be, as
/// high as the rows will be, and a sentence when it takes longer. Nothing moves.
class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    Skeleton(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Px; the row height of the list that this stands for.
    void setRowHeight(int height);
    /// Takes places and alignments of the columns from this header; null: every row is two bars, as in lists of one
    /// column. The header's model tells the alignment of a column as that of its title.
    void follow(QHeaderView *header);
    /// "Loading sales from this till": shown below the rows; empty shows none.
    void setSentence(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintColumns(QPainter &painter, int row, const QRect &rect) const;
    void paintLines(QPainter &painter, int row, const QRect &rect) const;
    void paintBar(QPainter &painter, const QRect &rect) const;

    const Theme &m_theme;
    int m_rowHeight = 40;
    QString m_sentence;
    QPointer<QHeaderView> m_header;
};

} // namespace crema::desktop
