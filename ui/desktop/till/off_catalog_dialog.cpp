// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/off_catalog_dialog.h"

#include "models/selling/off_catalog.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/off_catalog_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 520;

} // namespace

OffCatalogDialog::OffCatalogDialog(const Theme &theme, OffCatalogPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter), m_name(new QLineEdit), m_price(new QLineEdit),
      m_tax(new ChoiceRow(theme, QStringLiteral("offCatalogTax"), tr("Tax"))),
      m_problem(makeText(theme, QStringLiteral("offCatalogProblem"), 14, QFont::DemiBold, "error")),
      m_add(new TouchButton(theme, QStringLiteral("offCatalogAdd")))
{
    setObjectName(QStringLiteral("offCatalogDialog"));
    setWindowTitle(tr("Not in the catalog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    makeFields();
    column->addStretch(1);
    column->addWidget(m_problem);
    makeFeet();
    connect(&presenter, &OffCatalogPresenter::changed, this, &OffCatalogDialog::showState);
    connect(&presenter, &OffCatalogPresenter::added, this, &QDialog::accept);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    if (window)
        setMaximumHeight(window->height() - 64);
    showState();
    m_name->setFocus();
}

void OffCatalogDialog::makeFields()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_name->setMaxLength(static_cast<int>(OffCatalog::longestName));
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_nameField = new FormField(m_theme, QStringLiteral("offCatalogName"), tr("What it is"), m_name);
    m_priceField = new FormField(m_theme, QStringLiteral("offCatalogPrice"), tr("What it costs"), m_price);
    column->addWidget(m_nameField);
    column->addWidget(m_priceField);
    column->addWidget(m_tax);
    connect(m_tax, &ChoiceRow::chosen, this, [this](const QString &tax) {
        m_chosenTax = tax;
        m_tax->setCurrent(tax);
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_price->setFocus(Qt::TabFocusReason); });
    connect(m_price, &QLineEdit::returnPressed, this, &OffCatalogDialog::add);
}

void OffCatalogDialog::makeFeet()
{
    auto *back = new TouchButton(m_theme, QStringLiteral("offCatalogBack"));
    back->setText(tr("Back"));
    back->setAccessibleName(back->text());
    m_add->setText(tr("Add to the sale"));
    m_add->setAccessibleName(m_add->text());
    m_add->setKind("primary");
    for (TouchButton *button : {back, m_add}) {
        button->setTextSize(16, QFont::Medium);
        button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
        button->setAutoDefault(false); // Enter in a field presses none
    }
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(m_add);
    static_cast<QVBoxLayout *>(layout())->addLayout(feet);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &OffCatalogDialog::add);
}

// They are read while the dialog stands there already.
void OffCatalogDialog::showTaxes()
{
    if (!m_taxes.isEmpty())
        return;
    for (const OffCatalogPresenter::TaxChoice &choice : m_presenter.taxChoices()) {
        m_taxes.append(choice.id.toString());
        m_tax->addChoice(m_taxes.last(), choice.text);
    }
    m_chosenTax = m_taxes.value(0);
    m_tax->setCurrent(m_chosenTax);
}

void OffCatalogDialog::showState()
{
    showTaxes();
    m_nameField->setProblem(m_presenter.problem(QStringLiteral("name")));
    m_priceField->setProblem(m_presenter.problem(QStringLiteral("price")));
    const QString problem = m_presenter.obstacle().isEmpty() ? m_presenter.problem() : m_presenter.obstacle();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_add->setEnabled(m_presenter.obstacle().isEmpty() && !m_presenter.taxChoices().isEmpty());
}

void OffCatalogDialog::add()
{
    if (!m_add->isEnabled())
        return;
    const auto taxClass = TaxClassId::fromString(m_chosenTax);
    if (m_presenter.add(m_name->text(), m_price->text(), taxClass.value_or(TaxClassId())))
        return;
    (m_presenter.problem(QStringLiteral("name")).isEmpty() ? m_price : m_name)->setFocus();
}

} // namespace crema::desktop
