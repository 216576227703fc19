// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/unreceipted_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 480;
constexpr int buttonHeight = 64;

} // namespace

UnreceiptedDialog::UnreceiptedDialog(const Theme &theme, UnreceiptedPresenter &presenter, QWidget *window)
    : QDialog(window), m_theme(theme), m_presenter(presenter),
      m_item(makeText(theme, QStringLiteral("unreceiptedItem"), 16, QFont::Medium)), m_price(new QLineEdit),
      m_priceField(
          new FormField(theme, QStringLiteral("unreceiptedPrice"), tr("What is credited for each"), m_price)),
      m_reason(new ChoiceBox(theme)), m_restock(new QCheckBox(tr("Back into stock"))),
      m_approval(makeText(theme, QStringLiteral("unreceiptedApproval"), 14, QFont::Normal, "muted")),
      m_take(makeButton("unreceiptedTake", tr("Take it back")))
{
    setObjectName(QStringLiteral("unreceiptedDialog"));
    setWindowTitle(tr("Comes back without a receipt"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = makeText(theme, QStringLiteral("unreceiptedTitle"), 20, QFont::DemiBold);
    title->setText(windowTitle());
    for (QLabel *text : {title, m_item, m_approval})
        text->setWordWrap(true);
    makeReason();
    m_take->setKind("primary");
    m_take->setDefault(true);
    TouchButton *back = makeButton("unreceiptedBack", tr("Back"));
    auto *feet = new QHBoxLayout;
    feet->setSpacing(8);
    feet->addWidget(back);
    feet->addStretch(1);
    feet->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    for (QWidget *part :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(m_item), static_cast<QWidget *>(m_priceField),
          static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_restock), static_cast<QWidget *>(m_approval)})
        column->addWidget(part);
    column->addLayout(feet);
    connect(m_price, &QLineEdit::textEdited, &presenter, &UnreceiptedPresenter::setPrice);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, [this] { (void)m_presenter.take(); });
    connect(&presenter, &UnreceiptedPresenter::taken, this, &QDialog::accept);
    connect(&presenter, &UnreceiptedPresenter::changed, this, &UnreceiptedDialog::showState);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    showState();
    m_price->setFocus();
    m_price->selectAll();
}

TouchButton *UnreceiptedDialog::makeButton(const char *name, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(buttonHeight);
    button->setAutoDefault(false);
    return button;
}

void UnreceiptedDialog::makeReason()
{
    m_reason->setObjectName(QStringLiteral("unreceiptedReason"));
    m_reason->setAccessibleName(tr("Why it comes back"));
    m_reason->setMinimumHeight(m_theme.controlHeight());
    for (const ReturnReasonChoice &choice : ReturnPresenter::reasons())
        m_reason->addItem(choice.text, choice.reason);
    m_restock->setObjectName(QStringLiteral("unreceiptedRestock"));
    m_restock->setFont(m_theme.font(14));
    m_restock->setMinimumHeight(m_theme.controlHeight());
    connect(m_reason, &QComboBox::activated, this,
            [this](int index) { m_presenter.setReason(m_reason->itemData(index).toString()); });
    connect(m_restock, &QCheckBox::clicked, &m_presenter, &UnreceiptedPresenter::setRestock);
}

void UnreceiptedDialog::showState()
{
    m_item->setText(
        tr("%1 · %2", "what comes back, its price today").arg(m_presenter.itemText(), m_presenter.todayText()));
    if (m_price->text() != m_presenter.priceText())
        m_price->setText(m_presenter.priceText());
    m_priceField->setProblem(m_presenter.priceProblem());
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(m_presenter.reason())));
    m_restock->setChecked(m_presenter.restocks());
    m_approval->setText(m_presenter.approvalText());
    m_approval->setVisible(!m_presenter.approvalText().isEmpty());
    m_take->setEnabled(m_presenter.priceProblem().isEmpty() && !m_presenter.itemText().isEmpty());
}

} // namespace crema::desktop
