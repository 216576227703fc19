// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace crema::desktop {

/// A row that goes on in a next row where it does not fit: buttons beside each other at any text size.
class WrapLayout final : public QLayout
{
    Q_OBJECT

public:
    /// `side` is where a row stands that does not fill the width: leading (Qt::AlignLeft) or trailing.
    explicit WrapLayout(Qt::Alignment side = Qt::AlignLeft, QWidget *parent = nullptr);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override;
    /// Before what stands at `place` now.
    void insertWidget(int place, QWidget *widget);
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int place) const override;
    QLayoutItem *takeAt(int place) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// All in one row.
    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as the widest item.
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Row = std::vector<QLayoutItem *>;

    [[nodiscard]] std::vector<Row> rowsIn(int width) const;
    [[nodiscard]] int widthOf(const Row &row) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    Qt::Alignment m_side;
};

} // namespace crema::desktop
