// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/message_strip.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_view.h"

#include <QHBoxLayout>

namespace crema::desktop {

namespace {

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
      m_hint(makeText(theme, QStringLiteral("messageHint"), 14, QFont::Normal)),
      m_yes(new TouchButton(theme, QStringLiteral("messageYes"))),
      m_no(new TouchButton(theme, QStringLiteral("messageNo")))
{
    setObjectName(QStringLiteral("messageStrip"));
    m_icon->setObjectName(QStringLiteral("messageIcon"));
    m_text->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_hint);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 11, 12, 11);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    for (TouchButton *button : {m_yes, m_no}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumWidth(96);
    }
    setAnswers(QString(), tr("Close"));
    connect(m_yes, &QPushButton::clicked, this, &MessageStrip::accepted);
    connect(m_no, &QPushButton::clicked, this, &MessageStrip::dismissed);
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

void MessageStrip::setAnswers(const QString &yes, const QString &no)
{
    m_yes->setVisible(!yes.isEmpty());
    m_yes->setText(yes);
    m_yes->setAccessibleName(yes.isEmpty() ? tr("Yes") : yes);
    m_no->setVisible(!no.isEmpty());
    m_no->setText(no);
    m_no->setAccessibleName(no);
}

} // namespace crema::desktop
