// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/header_bar.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QDateTime>
#include <QHBoxLayout>

namespace crema::desktop {

namespace {

constexpr std::int64_t minuteMs = 60'000;

struct PillLook {
    const char *tone;
    const char *icon;
    const char *token;
};

PillLook lookOf(const SyncPill &pill)
{
    switch (pill.tone) {
    case Tone::Ok: return {"ok", "okcircle", "ok"};
    case Tone::Warning: return {"warning", "offline", "warn"};
    case Tone::Error: return {"error", "warn", "error"};
    case Tone::Neutral: break;
    }
    return {"", "sync", "text"};
}

} // namespace

HeaderBar::HeaderBar(const Theme &theme, TillPresenter &presenter, Clock &clock, const QLocale &locale, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_clock(clock), m_locale(locale), m_logo(new QLabel),
      m_business(makeText(theme, QStringLiteral("businessName"), 14, QFont::DemiBold)),
      m_place(makeText(theme, QStringLiteral("placeText"), 12, QFont::Normal, "muted")),
      m_pill(new TouchButton(theme, QStringLiteral("syncPill"))),
      m_person(makeText(theme, QStringLiteral("personName"), 14, QFont::Medium)),
      m_time(makeText(theme, QStringLiteral("clockText"), 14, QFont::Medium))
{
    setObjectName(QStringLiteral("header"));
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(qMax(56, theme.scaled(48)));
    m_logo->setObjectName(QStringLiteral("logo"));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(m_business);
    names->addWidget(m_place);
    names->addStretch(1);
    m_pill->setKind("pill");
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_pill->setMinimumHeight(32);
    m_pill->setFixedHeight(32);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_logo);
    row->addLayout(names);
    row->addStretch(1);
    row->addWidget(m_pill);
    row->addWidget(m_person);
    row->addWidget(m_time);
    connect(&presenter, &TillPresenter::headerChanged, this, &HeaderBar::showHeader);
    connect(&theme, &Theme::changed, this, &HeaderBar::showHeader);
    showHeader();
    tick();
}

void HeaderBar::showHeader()
{
    const TillHeader &header = m_presenter.header();
    m_logo->setPixmap(m_theme.icon(QStringLiteral("cup"), "accent").pixmap(28, 28));
    m_business->setText(header.businessName);
    m_place->setText(header.placeText);
    m_place->setVisible(!header.placeText.isEmpty());
    m_person->setText(header.personName);
    const PillLook look = lookOf(header.sync);
    restyle(*m_pill, "tone", QString::fromLatin1(look.tone));
    m_pill->setContent(QString::fromLatin1(look.icon), header.sync.text, look.token);
    m_pill->setAccessibleName(tr("Sync: %1").arg(header.sync.text));
    m_pill->setFixedWidth(QFontMetrics(m_theme.font(14, QFont::Medium)).horizontalAdvance(header.sync.text) + 60);
}

void HeaderBar::tick()
{
    const std::int64_t now = m_clock.now().msSinceEpoch();
    // The plain C locale writes seconds, which nobody reads at a till.
    const QString format =
        m_locale.language() == QLocale::C ? QStringLiteral("HH:mm") : m_locale.timeFormat(QLocale::ShortFormat);
    m_time->setText(m_locale.toString(QDateTime::fromMSecsSinceEpoch(now).time(), format));
    m_timer = m_clock.after(minuteMs - now % minuteMs, [this] { tick(); });
}

} // namespace crema::desktop
