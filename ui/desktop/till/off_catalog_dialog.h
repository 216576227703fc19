// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace crema {
class OffCatalogPresenter;
}

namespace crema::desktop {

class ChoiceRow;
class FormField;
class Theme;
class TouchButton;

/// What is sold and is in no catalog: what it is, what it costs, how it is taxed. It closes when it lies in the cart.
/// Not modal to the program's events: open it with open(). The presenter outlives it.
class OffCatalogDialog final : public QDialog
{
    Q_OBJECT

public:
    OffCatalogDialog(const Theme &theme, OffCatalogPresenter &presenter, QWidget *window);

private:
    void makeFields();
    void makeFeet();
    void showState();
    void showTaxes();
    void add();

    const Theme &m_theme;
    OffCatalogPresenter &m_presenter;
    QLineEdit *m_name;
    QLineEdit *m_price;
    ChoiceRow *m_tax;
    QStringList m_taxes; ///< ids of the classes that are offered
    QString m_chosenTax;
    FormField *m_nameField = nullptr;
    FormField *m_priceField = nullptr;
    QLabel *m_problem;
    TouchButton *m_add;
};

} // namespace crema::desktop
