// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/header_bar.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/logo.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/window/account_button.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_presenters.h"

#include <QHBoxLayout>
#include <QMenu>

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

HeaderBar::HeaderBar(const Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_shop(shop), m_clock(clock), m_locale(locale),
      m_menu(new TouchButton(theme, QStringLiteral("railButton"))), m_logoSlot(new QWidget),
      m_brand(makeText(theme, QStringLiteral("brandText"), 14, QFont::DemiBold)),
      m_business(makeText(theme, QStringLiteral("businessName"), 14, QFont::DemiBold)),
      m_place(makeText(theme, QStringLiteral("placeText"), 12, QFont::Normal, "muted")),
      m_search(new TouchButton(theme, QStringLiteral("paletteButton"))),
      m_pill(new TouchButton(theme, QStringLiteral("syncPill"))),
      m_account(new AccountButton(theme, QStringLiteral("accountButton"))),
      m_time(makeText(theme, QStringLiteral("clockText"), 14, QFont::Medium))
{
    setObjectName(QStringLiteral("header"));
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(qMax(56, theme.scaled(48)));
    m_logoSlot->setObjectName(QStringLiteral("logoSlot"));
    auto *logoRow = new QHBoxLayout(m_logoSlot);
    logoRow->setContentsMargins(18, 0, 0, 0);
    logoRow->setSpacing(12);
    logoRow->addWidget(new Logo(theme, 28));
    logoRow->addWidget(m_brand);
    logoRow->addStretch(1);
    m_brand->setText(tr("Crema"));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(m_business);
    names->addWidget(m_place);
    names->addStretch(1);
    makeButtons();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_logoSlot);
    row->addWidget(m_menu);
    row->addLayout(names);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_pill);
    row->addWidget(m_account);
    row->addWidget(m_time);
    connect(&shop.till, &TillPresenter::headerChanged, this, &HeaderBar::showHeader);
    connect(&theme, &Theme::changed, this, &HeaderBar::showHeader);
    setSizeClass(SizeClass::Medium);
    showHeader();
    tick();
}

void HeaderBar::makeButtons()
{
    m_menu->setKind("quiet");
    m_menu->setIconName(QStringLiteral("menu"));
    m_menu->setAccessibleName(tr("Show the work areas"));
    m_menu->setToolTip(tr("Show the work areas"));
    m_menu->setFixedWidth(48);
    connect(m_menu, &QPushButton::clicked, this, &HeaderBar::railWanted);

    Action &palette = *m_shop.shell.actions().find(u"program.palette");
    m_search->setAction(palette);
    m_search->setKind("search");
    connect(&palette, &Action::changed, this, &HeaderBar::showSearchKey);
    m_search->setTextSize(14, QFont::Normal);
    m_search->setIconSize(18);
    m_search->setArrangement(TouchButton::Arrangement::Leading);

    m_pill->setKind("pill");
    m_pill->setFixedHeight(48); // a finger needs more than what is drawn
    Action &sync = *m_shop.shell.actions().find(u"program.sync");
    connect(m_pill, &QPushButton::clicked, &sync, [&sync] { sync.trigger(); });

    auto *menu = new QMenu(m_account);
    menu->setObjectName(QStringLiteral("accountMenu"));
    connect(menu, &QMenu::aboutToShow, menu, [this, menu] {
        menu->clear();
        for (const char *id :
             {"go.account", "people.switch", "people.lock", "cash.move", "cash.no-sale", "shift.report", "shift.close",
              "go.settings", "program.keys", "program.full-screen", "program.quit"}) {
            if (QAction *known = window()->findChild<QAction *>(QStringLiteral("action.") + QLatin1String(id)))
                menu->addAction(known);
        }
    });
    connect(m_account, &QPushButton::clicked, menu, [this, menu] {
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_account->width() - menu->sizeHint().width();
        menu->popup(m_account->mapToGlobal(QPoint(x, m_account->height() + 4)));
    });
    // A press here must not take the digits of the till away from it.
    for (QWidget *button : {static_cast<QWidget *>(m_menu), static_cast<QWidget *>(m_search),
                            static_cast<QWidget *>(m_pill), static_cast<QWidget *>(m_account)})
        button->setFocusPolicy(Qt::TabFocus);
}

void HeaderBar::setSizeClass(SizeClass size)
{
    const bool compact = size == SizeClass::Compact;
    m_menu->setVisible(compact);
    m_logoSlot->setVisible(!compact);
    m_logoSlot->setFixedWidth(size == SizeClass::Wide ? 216 : 64);
    m_brand->setVisible(size == SizeClass::Wide);
    layout()->setContentsMargins(compact ? 8 : 0, 0, 16, 0);
    layout()->setSpacing(compact ? 8 : 16);
    const bool iconOnly = compact || isLargeText(m_theme);
    m_search->setFixedWidth(iconOnly ? 48 : m_theme.scaled(304));
    m_search->setArrangement(iconOnly ? TouchButton::Arrangement::Row : TouchButton::Arrangement::Leading);
    m_search->setKind(iconOnly ? "quiet" : "search");
    m_showsKey = !iconOnly;
    showSearchKey();
}

void HeaderBar::showSearchKey()
{
    const Action &palette = *m_shop.shell.actions().find(u"program.palette");
    m_search->setText(m_showsKey ? palette.text() : QString());
    m_search->setKeyHint(m_showsKey ? keyName(palette) : QString());
}

void HeaderBar::showHeader()
{
    const TillHeader &header = m_shop.till.header();
    m_business->setText(header.businessName);
    m_place->setText(header.placeText);
    m_place->setVisible(!header.placeText.isEmpty());
    m_account->setPerson(header.personName, header.initials);
    showTime(); // the place decides about the time zone
    const PillLook look = lookOf(header.sync);
    restyle(*m_pill, "tone", QString::fromLatin1(look.tone));
    m_pill->setContent(QString::fromLatin1(look.icon), header.sync.text, look.token);
    m_pill->setAccessibleName(tr("Sync: %1").arg(header.sync.text));
    m_pill->setToolTip(tr("Show what waits to be sent"));
    m_pill->setFixedWidth(QFontMetrics(m_theme.font(14, QFont::Medium)).horizontalAdvance(header.sync.text) + 60);
}

void HeaderBar::tick()
{
    showTime();
    const std::int64_t now = m_clock.now().msSinceEpoch();
    m_timer = m_clock.after(minuteMs - now % minuteMs, [this] { tick(); });
}

void HeaderBar::showTime()
{
    m_time->setText(TimeWords::ofShop(m_locale, m_shop.desk.state().location).clock(m_clock.now()));
}

} // namespace crema::desktop
