// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/new_product_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/unknown_code_presenter.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr std::int64_t maxPriceMinor = 99'999'999;
constexpr int maxNameLength = 200;

QLineEdit *addField(const Theme &theme, QVBoxLayout &column, const QString &objectName, const QString &label)
{
    auto *name = makeText(theme, objectName + QStringLiteral("Label"), 14, QFont::Medium);
    name->setText(label);
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setAccessibleName(label);
    name->setBuddy(field);
    column.addWidget(name);
    column.addWidget(field);
    column.addSpacing(12);
    return field;
}

} // namespace

NewProductPanel::NewProductPanel(const Theme &theme, TillPresenter &till, UnknownCodePresenter &presenter,
                                 QWidget *parent)
    : QWidget(parent), m_till(till), m_presenter(presenter),
      m_code(makeText(theme, QStringLiteral("newProductCode"), 14, QFont::Normal, "muted")),
      m_save(new TouchButton(theme, QStringLiteral("newProductSave"))),
      m_cancel(new TouchButton(theme, QStringLiteral("newProductCancel")))
{
    setObjectName(QStringLiteral("newProductPanel"));
    auto *form = new QWidget;
    form->setMaximumWidth(theme.scaled(480));
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *title = makeText(theme, QStringLiteral("newProductTitle"), 20, QFont::DemiBold);
    title->setText(tr("Create product"));
    m_code->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(m_code);
    column->addSpacing(16);
    m_name = addField(theme, *column, QStringLiteral("newProductName"), tr("Name"));
    m_name->setMaxLength(maxNameLength);
    m_price = addField(theme, *column, QStringLiteral("newProductPrice"), tr("Price"));
    m_price->setReadOnly(true); // digits come in from the right
    m_price->installEventFilter(this);
    m_name->installEventFilter(this);

    m_save->setKind("primary");
    m_save->setTextSize(16, QFont::DemiBold);
    m_save->setText(tr("Create and add to the sale"));
    m_save->setAccessibleName(m_save->text());
    m_cancel->setTextSize(16, QFont::Medium);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setMinimumWidth(120);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save, 1);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 12);
    row->addWidget(form, 1);
    row->addStretch(0);

    connect(m_save, &QPushButton::clicked, this, &NewProductPanel::save);
    connect(m_cancel, &QPushButton::clicked, &presenter, &UnknownCodePresenter::ignore);
    connect(m_name, &QLineEdit::textChanged, this, &NewProductPanel::showState);
    connect(&presenter, &UnknownCodePresenter::changed, this, &NewProductPanel::showState);
    showState();
}

void NewProductPanel::arrive()
{
    m_name->clear();
    m_priceMinor = 0;
    showPrice();
    m_name->setFocus();
}

void NewProductPanel::showState()
{
    m_code->setText(tr("It gets the code %1 and is sold by the piece. Everything else can follow in the catalog.")
                        .arg(m_presenter.code()));
    m_save->setEnabled(!m_presenter.isBusy() && !m_name->text().trimmed().isEmpty());
    m_save->setAccessibleDescription(m_save->isEnabled() ? QString() : tr("The product needs a name."));
    m_cancel->setEnabled(!m_presenter.isBusy());
}

void NewProductPanel::showPrice()
{
    m_price->setText(m_till.amountText(m_priceMinor));
}

void NewProductPanel::save()
{
    if (m_save->isEnabled())
        m_presenter.saveProduct(m_name->text(), m_priceMinor);
}

bool NewProductPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.key() == Qt::Key_Escape) {
        m_presenter.ignore();
        return true;
    }
    if (watched == m_name) {
        if (enter)
            m_price->setFocus(Qt::TabFocusReason);
        return enter;
    }
    if (enter) {
        save();
        return true;
    }
    const QString text = key.text();
    if (text.size() == 1 && text.at(0).isDigit()) {
        if (m_priceMinor * 10 <= maxPriceMinor)
            m_priceMinor = m_priceMinor * 10 + text.at(0).digitValue();
        showPrice();
        return true;
    }
    if (key.key() == Qt::Key_Backspace) {
        m_priceMinor /= 10;
        showPrice();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crema::desktop
