// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_texts.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// The open shift of this register, for people who are about to count the drawer.
struct DrawerView {
    QString openedText;              ///< "09:12"; with the day when it was not today
    QString floatText;               ///< empty for who does not see what is in the drawer
    std::optional<qint64> saleCount; ///< nothing for who does not see the sales of this shift either
    QString expectedText; ///< empty where it is counted blind, and for who does not see what is in the drawer

    bool operator==(const DrawerView &) const = default;
};

/// A shift that was closed.
struct ClosedDrawerView {
    QString countedText;
    QString expectedText;
    QString differenceText; ///< "−€2.00"
    QString verdict;        ///< "€2.00 less than expected.", "It is exactly what was expected."

    bool operator==(const ClosedDrawerView &) const = default;
};

/// Counts the drawer and closes its shift. Desk and clock outlive it.
class DrawerPresenter final : public QObject
{
    Q_OBJECT

public:
    DrawerPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~DrawerPresenter() override;

    /// Ids: shift.close, which asks a screen to count the drawer.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Nothing while no shift is open.
    [[nodiscard]] std::optional<DrawerView> drawer() const;
    /// The shift that close() closed, until a new one is opened.
    [[nodiscard]] const std::optional<ClosedDrawerView> &closed() const { return m_closed; }
    [[nodiscard]] bool isClosing() const { return m_closing; }

    /// All that the Z of that shift says; nothing as long as closed() is.
    [[nodiscard]] const std::optional<ShiftTotals> &closedTotals() const { return m_closedTotals; }

    /// Closes the shift with what was counted, in minor units (0 or more). `counts` are those of pieceTexts(); where
    /// they do not come to the sum, it was typed and only it is kept. Ends in changed() or failed(). More than the
    /// shop accepts, up or down, is approved by somebody who may (ADR 033).
    void close(std::int64_t countedMinor, const QList<std::int64_t> &counts = {});

    /// "There is more than €500.00 in the drawer."; empty while there is not, and where the shop sets no limit.
    [[nodiscard]] QString tooFullText() const;

    [[nodiscard]] QString amountText(std::int64_t minor) const;
    /// The names of the notes and coins that are counted, biggest first: "€200"; empty for a currency without a table.
    [[nodiscard]] QStringList pieceTexts() const;
    /// What so many of each of them come to, in minor units. Errors: `money.overflow`.
    [[nodiscard]] Result<std::int64_t> sumOf(const QList<std::int64_t> &counts) const;
    /// A counted sum as people type it, in minor units. Errors: those of MoneyInput, `drawer.negative`.
    [[nodiscard]] Result<std::int64_t> readTotal(const QString &text) const;
    /// The sum as it is typed: the locale's decimal sign, no grouping.
    [[nodiscard]] QString typedTotal(std::int64_t minor) const;
    /// The time of day at this location: "10:42".
    [[nodiscard]] QString clockText() const { return times().clock(m_clock.now()); }

Q_SIGNALS:
    void changed();
    /// The shift is closed, and what its Z says is stored.
    void shiftClosed(const crema::ShiftTotals &totals);
    /// Somebody wants to close the shift: the screen should show where it is counted.
    void closeWanted();
    void failed(const crema::Problem &problem);

private:
    using Self = QPointer<DrawerPresenter>;

    static QCoro::Task<> closeShift(Self self, std::stop_token stop, Money counted, QList<CountedPiece> pieces);
    [[nodiscard]] QList<CountedPiece> piecesOf(std::int64_t sum, const QList<std::int64_t> &counts) const;
    void showClosed(const Shift &shift);
    void updateActions();
    [[nodiscard]] TimeWords times() const;

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    std::optional<ClosedDrawerView> m_closed;
    std::optional<ShiftTotals> m_closedTotals;
    bool m_closing = false;
};

} // namespace crema
