// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace crema {
class CatalogPresenter;
}

namespace crema::desktop {

class Theme;
class WrapLayout;
class TouchButton;

/// What of the catalog is listed: as text in a field, and the same as chips below it.
class CatalogFilterBar final : public QWidget
{
    Q_OBJECT

public:
    CatalogFilterBar(const Theme &theme, CatalogPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] TouchButton *columnsButton() const { return m_columns; }
    /// Px at the leading and trailing edge.
    void setEdge(int px);

Q_SIGNALS:
    /// Enter, the arrow down, or Escape in the empty field.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFilter();
    void showMenu();
    [[nodiscard]] TouchButton *makeChip(const QString &id, const QString &text);

    const Theme &m_theme;
    CatalogPresenter &m_presenter;
    QLineEdit *m_field;
    TouchButton *m_add;
    TouchButton *m_columns;
    QWidget *m_chips;
    WrapLayout *m_chipRow;
};

} // namespace crema::desktop
