// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;

namespace crema {
class SaleListPresenter;
struct SaleQuery;
} // namespace crema

namespace crema::desktop {

class FilterChipButton;
class Theme;
class WrapLayout;
class TouchButton;

/// The filter of the sales: one field of text, its words as chips, a menu that adds one. Field and chips are the same
/// filter (ux.md 2.11): what one changes shows in the other.
class SaleFilterBar final : public QWidget
{
    Q_OBJECT

public:
    SaleFilterBar(const Theme &theme, SaleListPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    /// Chips below the field, for a narrow list.
    void setStacked(bool stacked);

Q_SIGNALS:
    /// Down or Enter in the field: on to the list.
    void listWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showQuery();
    void showMenu();
    void change(void (*edit)(SaleQuery &));
    void writeRange();

    const Theme &m_theme;
    SaleListPresenter &m_presenter;
    QLineEdit *m_field;
    QAction *m_icon;
    QBoxLayout *m_row;
    WrapLayout *m_chips;
    QList<FilterChipButton *> m_chipButtons;
    TouchButton *m_add;
    QLabel *m_hint;
};

} // namespace crema::desktop
