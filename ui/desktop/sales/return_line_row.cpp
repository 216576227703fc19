// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sales/return_line_row.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/return_presenter.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>

namespace crema::desktop {

namespace {

constexpr int buttonSize = 48;
constexpr int quantityWidth = 72;
constexpr int feeWidth = 112;
constexpr int mostUnits = 10'000'000;

QString named(const char *part, int row)
{
    return QStringLiteral("%1%2").arg(QString::fromLatin1(part)).arg(row);
}

/// Changes a field only where it says something else: the place of the cursor stays.
void setTextOf(QLineEdit &field, const QString &text)
{
    if (field.text() != text)
        field.setText(text);
}

} // namespace

ReturnLineRow::ReturnLineRow(const Theme &theme, ReturnPresenter &presenter, int row, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_row(row),
      m_name(makeText(theme, named("returnName", row), 16, QFont::Medium)),
      m_detail(makeText(theme, named("returnDetail", row), 14, QFont::Normal, "muted")),
      m_left(makeText(theme, named("returnLeft", row), 14, QFont::Medium)),
      m_returned(makeText(theme, named("returnReturned", row), 14, QFont::Normal, "muted")),
      m_less(makeStep("returnLess", "minus", -1)), m_quantity(new QLineEdit), m_more(makeStep("returnMore", "plus", 1)),
      m_reason(new ChoiceBox(theme)), m_restock(new QCheckBox(tr("Back into stock"))), m_fee(new QLineEdit),
      m_problem(makeText(theme, named("returnFeeProblem", row), 14, QFont::Normal, "error"))
{
    setObjectName(named("returnLine", row));
    m_name->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_detail, 1, 0);
    grid->addWidget(m_left, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_returned, 1, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(makeQuantity(), 0, 2, 2, 1);
    m_details = makeDetails();
    grid->addWidget(m_details, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
}

TouchButton *ReturnLineRow::makeStep(const char *name, const char *icon, int steps)
{
    auto *button = new TouchButton(m_theme, named(name, m_row));
    button->setIconName(QString::fromLatin1(icon));
    button->setFixedSize(m_theme.scaled(buttonSize), m_theme.scaled(buttonSize));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, steps] { m_presenter.addToQuantity(m_row, steps); });
    return button;
}

QWidget *ReturnLineRow::makeQuantity()
{
    m_quantity->setObjectName(named("returnQuantity", m_row));
    m_quantity->setProperty("role", QStringLiteral("filter"));
    m_quantity->setAlignment(Qt::AlignCenter);
    m_quantity->setFixedSize(m_theme.scaled(quantityWidth), m_theme.scaled(buttonSize));
    m_quantity->setValidator(new QIntValidator(0, mostUnits, m_quantity));
    connect(m_quantity, &QLineEdit::textEdited, this, &ReturnLineRow::takeQuantity);
    connect(m_quantity, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_less);
    row->addWidget(m_quantity);
    row->addWidget(m_more);
    return box;
}

QWidget *ReturnLineRow::makeDetails()
{
    m_reason->setObjectName(named("returnReason", m_row));
    for (const ReturnReasonChoice &choice : ReturnPresenter::reasons())
        m_reason->addItem(choice.text, choice.reason);
    m_reason->setMinimumHeight(m_theme.controlHeight());
    m_restock->setObjectName(named("returnRestock", m_row));
    m_restock->setFont(m_theme.font(14));
    m_restock->setMinimumHeight(m_theme.controlHeight());
    m_fee->setObjectName(named("returnFee", m_row));
    m_fee->setProperty("role", QStringLiteral("filter"));
    m_fee->setPlaceholderText(tr("Fee, if any"));
    m_fee->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fee->setFixedSize(m_theme.scaled(feeWidth), m_theme.controlHeight());
    m_problem->setWordWrap(true);
    connect(m_reason, &QComboBox::activated, this,
            [this](int index) { m_presenter.setReason(m_row, m_reason->itemData(index).toString()); });
    connect(m_restock, &QCheckBox::clicked, this, [this](bool on) { m_presenter.setRestock(m_row, on); });
    connect(m_fee, &QLineEdit::textEdited, this, [this](const QString &text) { m_presenter.setFee(m_row, text); });
    auto *details = new QWidget;
    auto *grid = new QGridLayout(details);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    grid->addWidget(m_reason, 0, 0);
    grid->addWidget(m_restock, 0, 1);
    grid->addWidget(m_fee, 0, 2);
    grid->addWidget(m_problem, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    return details;
}

void ReturnLineRow::takeQuantity()
{
    m_presenter.setQuantity(m_row, m_quantity->text().toLongLong());
}

void ReturnLineRow::showLine(const ReturnLineView &line)
{
    m_name->setText(line.name);
    m_detail->setText(line.detail);
    m_left->setText(tr("%1 of %2 left", "two quantities").arg(line.leftText, line.soldText));
    m_returned->setText(line.returnedText.isEmpty() ? QString() : tr("%1 came back before").arg(line.returnedText));
    // An emptied field waits for its first digit.
    if (line.quantity != 0 || !m_quantity->hasFocus() || !m_quantity->text().isEmpty())
        setTextOf(*m_quantity, QString::number(line.quantity));
    m_quantity->setAccessibleName(line.unit == Unit::Gram ? tr("How many grams of %1 come back").arg(line.name)
                                                          : tr("How many of %1 come back").arg(line.name));
    m_quantity->setToolTip(line.unit == Unit::Gram ? tr("In grams") : QString());
    m_less->setAccessibleName(tr("Fewer of %1").arg(line.name));
    m_more->setAccessibleName(tr("More of %1").arg(line.name));
    m_quantity->setEnabled(line.left > 0);
    m_less->setEnabled(line.quantity > 0);
    m_more->setEnabled(line.quantity < line.left);
    m_reason->setAccessibleName(tr("Why %1 comes back").arg(line.name));
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(line.reason)));
    m_restock->setAccessibleName(tr("%1 goes back into stock").arg(line.name));
    m_restock->setChecked(line.restock);
    m_fee->setAccessibleName(tr("Kept as a fee for %1").arg(line.name));
    m_fee->setAccessibleDescription(line.feeProblem);
    setTextOf(*m_fee, line.feeText);
    restyle(*m_fee, "tone", line.feeProblem.isEmpty() ? QString() : QStringLiteral("error"));
    m_problem->setText(line.feeProblem);
    m_problem->setVisible(!line.feeProblem.isEmpty());
    m_details->setVisible(line.quantity > 0);
}

void ReturnLineRow::focusQuantity()
{
    m_quantity->setFocus();
    m_quantity->selectAll();
}

} // namespace crema::desktop
