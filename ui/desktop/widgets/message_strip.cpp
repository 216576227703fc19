// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/message_strip.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_view.h"

#include <QHBoxLayout>

namespace crema::desktop {

namespace {

/// Of a sentence beside its answers, px; with less it would be a column of words.
constexpr int sentenceWidth = 240;

struct ToneLook {
    const char *property;
    const char *icon;
    const char *token;
};

ToneLook lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return {"ok", "okcircle", "ok"};
    case Tone::Warning: return {"warning", "warn", "warn"};
    case Tone::Error: return {"error", "xcircle", "error"};
    case Tone::Neutral: break;
    }
    return {"", "info", "text"};
}

} // namespace

MessageStrip::MessageStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel),
      m_text(makeText(theme, QStringLiteral("messageText"), 14, QFont::DemiBold)),
      m_hint(makeText(theme, QStringLiteral("messageHint"), 14, QFont::Normal)), m_answers(new QWidget),
      m_yes(new TouchButton(theme, QStringLiteral("messageYes"))),
      m_no(new TouchButton(theme, QStringLiteral("messageNo"))),
      m_third(new TouchButton(theme, QStringLiteral("messageThird")))
{
    setObjectName(QStringLiteral("messageStrip"));
    m_icon->setObjectName(QStringLiteral("messageIcon"));
    m_text->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_hint);
    auto *says = new QHBoxLayout;
    says->setSpacing(12);
    says->addWidget(m_icon, 0, Qt::AlignVCenter);
    says->addLayout(texts, 1);
    auto *answers = new QHBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(12);
    answers->addStretch(1);
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addWidget(m_third);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(16, 11, 12, 11);
    m_row->setSpacing(12);
    m_row->addLayout(says, 1);
    m_row->addWidget(m_answers);
    for (TouchButton *button : {m_yes, m_no, m_third}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumWidth(96);
    }
    setAnswers(QString(), tr("Close"));
    connect(m_yes, &QPushButton::clicked, this, &MessageStrip::accepted);
    connect(m_no, &QPushButton::clicked, this, &MessageStrip::dismissed);
    connect(m_third, &QPushButton::clicked, this, &MessageStrip::thirdChosen);
}

void MessageStrip::showMessage(Tone tone, const QString &text, const QString &hint)
{
    const ToneLook look = lookOf(tone);
    restyle(*this, "tone", QString::fromLatin1(look.property));
    m_icon->setPixmap(m_theme.icon(QString::fromLatin1(look.icon), look.token).pixmap(24, 24));
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(text);
    setAccessibleDescription(hint);
}

void MessageStrip::setAnswers(const QString &yes, const QString &no, const QString &third)
{
    m_yes->setVisible(!yes.isEmpty());
    m_yes->setText(yes);
    m_yes->setAccessibleName(yes.isEmpty() ? tr("Yes") : yes);
    m_no->setVisible(!no.isEmpty());
    m_no->setText(no);
    m_no->setAccessibleName(no);
    m_third->setVisible(!third.isEmpty());
    m_third->setText(third);
    m_third->setAccessibleName(third);
    arrange();
}

void MessageStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

// Beside the sentence where both have room, else below it.
void MessageStrip::arrange()
{
    int answers = 0;
    for (const TouchButton *button : {m_yes, m_no, m_third}) {
        if (!button->isHidden())
            answers += qMax(button->sizeHint().width(), button->minimumWidth()) + m_row->spacing();
    }
    const bool isNarrow = answers + m_theme.scaled(sentenceWidth) > width();
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace crema::desktop
