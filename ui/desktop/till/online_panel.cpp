// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/online_panel.h"

#include "ui/desktop/account/qr_code_view.h"
#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QAccessible>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int blockWidth = 520;

} // namespace

OnlinePanel::OnlinePanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_title(makeText(theme, QStringLiteral("onlineTitle"), 20, QFont::DemiBold)), m_amount(new AmountLabel),
      m_code(new QrCodeView(theme, QStringLiteral("onlineCode"))),
      m_state(makeText(theme, QStringLiteral("onlineState"), 20, QFont::DemiBold)),
      m_sentence(makeText(theme, QStringLiteral("onlineSentence"), 14, QFont::Normal, "muted"))
{
    setObjectName(QStringLiteral("onlinePanel"));
    m_amount->setObjectName(QStringLiteral("onlineAmount"));
    m_amount->setFont(theme.font(40, QFont::DemiBold));
    m_amount->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QLabel *label : {m_title, m_state, m_sentence})
        label->setWordWrap(true);
    TouchButton *leave = makeButton("onlineLeave", u"till.back", tr("Leave it"));
    leave->setKeyHint(tr("Esc", "the key"));
    TouchButton *check = makeButton("onlineCheck", u"till.online-check", tr("Check again"));
    check->setKeyHint(QStringLiteral("R"));
    TouchButton *cancel = makeButton("onlineCancel", u"till.online-cancel", tr("Cancel it"));
    cancel->setKeyHint(QStringLiteral("X"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(check, 1);
    buttons->addWidget(cancel, 1);
    auto *block = new QWidget;
    block->setObjectName(QStringLiteral("onlineBlock"));
    block->setMaximumWidth(theme.scaled(blockWidth));
    auto *inner = new QVBoxLayout(block);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(m_title);
    inner->addWidget(m_amount);
    inner->addWidget(m_code, 0, Qt::AlignLeft);
    inner->addWidget(m_state);
    inner->addWidget(m_sentence);
    inner->addSpacing(8);
    inner->addLayout(buttons);
    inner->addStretch(1);
    auto *body = new QWidget;
    auto *middle = new QHBoxLayout(body);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(block, 8);
    middle->addStretch(1);
    // A low window has no room for a code and what is said of it.
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("onlineScroll"));
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(12);
    column->addWidget(leave, 0, Qt::AlignLeft);
    column->addWidget(scroll, 1);
    connect(&presenter, &TillPresenter::paymentChanged, this, &OnlinePanel::showPayment);
    connect(&theme, &Theme::changed, this, &OnlinePanel::showPayment);
    showPayment();
}

TouchButton *OnlinePanel::makeButton(const char *name, QStringView action, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    Action &declared = *m_presenter.actions().find(action);
    button->setTextSize(14, QFont::Medium);
    button->setAction(declared);
    button->setMinimumHeight(m_theme.scaled(48));
    const auto show = [button, text] { button->setText(text); };
    connect(&declared, &Action::changed, button, show);
    show();
    return button;
}

void OnlinePanel::showPayment()
{
    const std::optional<OnlinePaymentView> &online = m_presenter.payment().online;
    if (!online)
        return;
    m_title->setText(online->titleText);
    m_amount->setText(online->amountText);
    m_amount->setAccessibleName(
        tr("%1 %2", "name of an amount and the amount").arg(online->titleText, online->amountText));
    m_code->setVisible(!online->codeText.isEmpty());
    m_code->setText(online->codeText);
    m_code->setAccessibleDescription({}); // it is no secret
    m_code->setAccessibleName(online->codeText.isEmpty() ? QString() : tr("The code that the customer scans to pay"));
    const bool isNews = m_state->text() != online->stateText;
    m_state->setText(online->stateText);
    restyle(*m_state, "tone",
            online->tone == Tone::Warning ? QStringLiteral("warning")
            : online->tone == Tone::Error ? QStringLiteral("error")
                                          : QString());
    m_sentence->setText(online->sentenceText);
    if (!isNews)
        return;
    QAccessibleEvent alert(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace crema::desktop
