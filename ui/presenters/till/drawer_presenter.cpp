// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/drawer_presenter.h"

#include "models/money/checked.h"
#include "models/money/denominations.h"
#include "models/money/money_input.h"
#include "models/money/money_text.h"
#include "models/selling/shift_rules.h"
#include "sync/client/reading_right.h"

namespace crema {

DrawerPresenter::DrawerPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_texts(locale)
{
    m_actions.add(
        {QStringLiteral("shift.close"), tr("Close the shift"), QStringLiteral("drawer"), ActionCategory::Shift, {}, {}},
        [this] { Q_EMIT closeWanted(); });
    connect(&desk, &TillDesk::changed, this, [this] {
        if (m_desk.state().openShift) {
            m_closed.reset();
            m_closedTotals.reset();
        }
        updateActions();
        Q_EMIT changed();
    });
    updateActions();
}

DrawerPresenter::~DrawerPresenter()
{
    m_stop.request_stop();
}

void DrawerPresenter::updateActions()
{
    m_actions.find(u"shift.close")
        ->setDisabledReason(m_desk.state().training    ? tr("Not in training.")
                            : m_desk.state().openShift ? QString()
                                                       : tr("No shift is open."));
}

std::optional<DrawerView> DrawerPresenter::drawer() const
{
    const std::optional<Shift> &shift = m_desk.state().openShift;
    if (!shift)
        return std::nullopt;
    const TimeWords words = times();
    const QDate day = words.dayOf(shift->openedAt);
    const QString time = words.clock(shift->openedAt);
    const bool today = day == words.dayOf(m_clock.now());
    const bool seesDrawer = sync::mayRead(m_desk.state(), Reading::Shifts).has_value();
    const bool seesSales = seesDrawer || sync::maySeeSales(m_desk.state());
    const bool isBlind = m_desk.state().settings.isOn(shop_setting::cashBlindCount);
    return DrawerView{today ? time : tr("%1, %2", "day and time").arg(words.date(day), time),
                      seesDrawer ? m_texts.amount(shift->floatAmount) : QString(),
                      seesSales ? std::optional<qint64>(shift->saleCount) : std::nullopt,
                      seesDrawer && !isBlind ? m_texts.amount(expectedCash(*shift)) : QString()};
}

QString DrawerPresenter::tooFullText() const
{
    const sync::ClientState &state = m_desk.state();
    const std::int64_t limit = state.settings.number(shop_setting::cashDrawerLimit);
    if (!state.openShift || limit <= 0 || expectedCash(*state.openShift).minor() <= limit)
        return {};
    return tr("There is more than %1 in the drawer.").arg(amountText(limit));
}

void DrawerPresenter::close(std::int64_t countedMinor, const QList<std::int64_t> &counts)
{
    if (m_closing || countedMinor < 0)
        return;
    m_closing = true;
    closeShift(this, m_stop.get_token(), Money(countedMinor, m_desk.state().currency()),
               piecesOf(countedMinor, counts));
}

QList<CountedPiece> DrawerPresenter::piecesOf(std::int64_t sum, const QList<std::int64_t> &counts) const
{
    if (const Result<std::int64_t> counted = sumOf(counts); !counted || *counted != sum)
        return {};
    const QList<Money> pieces = notesAndCoins(m_desk.state().currency());
    QList<CountedPiece> found;
    for (qsizetype i = 0; i < std::min(pieces.size(), counts.size()); ++i) {
        if (counts.at(i) > 0)
            found.append({pieces.at(i), counts.at(i)});
    }
    return found;
}

QCoro::Task<> DrawerPresenter::closeShift(Self self, std::stop_token stop, Money counted, QList<CountedPiece> pieces)
{
    const Result<Shift> shift = co_await self->m_desk.closeShift(counted, pieces);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_closing = false;
    if (shift)
        self->showClosed(*shift);
    else
        Q_EMIT self->failed(shift.error());
    if (self)
        Q_EMIT self->changed();
    if (self && self->m_closedTotals)
        Q_EMIT self->shiftClosed(*self->m_closedTotals);
}

void DrawerPresenter::showClosed(const Shift &shift)
{
    const Money difference = shift.difference();
    const Money none(0, difference.currency());
    ClosedDrawerView view;
    view.countedText = m_texts.amount(shift.counted.value_or(none));
    view.expectedText = m_texts.amount(shift.expected.value_or(none));
    view.differenceText = m_texts.amount(difference);
    if (difference.isZero())
        view.verdict = tr("It is exactly what was expected.");
    else if (difference.isNegative())
        view.verdict = tr("%1 less than expected.").arg(m_texts.amount(-difference));
    else
        view.verdict = tr("%1 more than expected.").arg(m_texts.amount(difference));
    m_closed = view;
    if (shift.z)
        m_closedTotals = totalsOf(shift, *shift.z);
}

QString DrawerPresenter::amountText(std::int64_t minor) const
{
    return m_texts.amount(Money(minor, m_desk.state().currency()));
}

QStringList DrawerPresenter::pieceTexts() const
{
    QStringList texts;
    const QList<Money> pieces = notesAndCoins(m_desk.state().currency());
    for (const Money &piece : pieces)
        texts.append(m_texts.roundAmount(piece));
    return texts;
}

Result<std::int64_t> DrawerPresenter::sumOf(const QList<std::int64_t> &counts) const
{
    const QList<Money> pieces = notesAndCoins(m_desk.state().currency());
    std::int64_t sum = 0;
    for (qsizetype i = 0; i < std::min(pieces.size(), counts.size()); ++i) {
        if (counts.at(i) > maxMinor / pieces.at(i).minor() - 1 || sum > maxMinor - counts.at(i) * pieces.at(i).minor())
            return failure(ProblemKind::Invalid, QStringLiteral("money.overflow"),
                           tr("This is more than a drawer can hold."), tr("Check for digits too many."));
        sum += counts.at(i) * pieces.at(i).minor();
    }
    return sum;
}

Result<std::int64_t> DrawerPresenter::readTotal(const QString &text) const
{
    const Result<Money> total = MoneyInput::parse(text.trimmed(), m_desk.state().currency(), m_locale);
    if (!total)
        return failure(total.error());
    if (total->isNegative())
        return failure(ProblemKind::Invalid, QStringLiteral("drawer.negative"),
                       tr("A drawer cannot hold less than nothing."), tr("Type the cash that lies in it."));
    return total->minor();
}

QString DrawerPresenter::typedTotal(std::int64_t minor) const
{
    return plainAmount(Money(minor, m_desk.state().currency())).replace(u'.', m_locale.decimalPoint());
}

TimeWords DrawerPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

} // namespace crema
