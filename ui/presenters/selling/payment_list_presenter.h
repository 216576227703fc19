// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/selling/payment_list_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_texts.h"

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// The online payments of this place: those that hold a shift first, and what a person can do about one of them; for
/// any toolkit. Every method returns at once; what takes longer ends in a signal. Lives on one thread; desk and clock
/// outlive it.
class PaymentListPresenter final : public QObject
{
    Q_OBJECT

public:
    PaymentListPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~PaymentListPresenter() override;

    /// From now on holdingCount() is known. Call once.
    void start();
    /// A screen shows the list, until leave().
    void arrive();
    void leave() { m_inFront = false; }
    /// Has a screen show the list, from wherever one is.
    void show() { Q_EMIT wanted(); }

    /// Ids: payments.check; about the one that is open payments.back, payments.sale, payments.cancel, and for managers
    /// payments.paid, payments.nothing and payments.give-back, which ask for a reason first.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<PaymentRow> &rows() const { return m_rows; }
    /// Why there are none, or why they are not of now.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// "2 hold the shift"; empty when none does.
    [[nodiscard]] QString needText() const;
    [[nodiscard]] QString countText() const;
    /// What it means that the platform does not answer now; empty while it does.
    [[nodiscard]] QString offlineText() const;
    /// How many have to be looked after before a shift closes.
    [[nodiscard]] int holdingCount() const { return static_cast<int>(m_holding.size()); }
    /// How many of them are of the open shift of this register.
    [[nodiscard]] int holdingHere() const;
    void refresh();
    [[nodiscard]] bool isChecking() const { return m_isChecking; }
    /// What could not be done of what was asked for last; until it is dropped or somebody goes on.
    [[nodiscard]] const std::optional<TillMessage> &complaint() const { return m_complaint; }
    void dropComplaint();

    /// Empty while none is open.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    void open(const QString &id);
    void close() { open({}); }
    [[nodiscard]] const std::optional<PaymentDetail> &detail() const { return m_detail; }

    /// What a manager wants to decide about the open one, while its reason is asked for.
    [[nodiscard]] const std::optional<PaymentQuestion> &question() const { return m_question; }
    void dropQuestion();
    /// Decides it so. Ends in detailChanged(), with reasonProblem() where it was not taken.
    void settle(const QString &reason);
    [[nodiscard]] const QString &reasonProblem() const { return m_reasonProblem; }

    /// "" or the id of a payment: what a link and the history need to come back here.
    [[nodiscard]] QString place() const { return m_openId; }
    void showPlace(const QString &place);

Q_SIGNALS:
    void listChanged();
    void detailChanged();
    void placeChanged();
    void holdingChanged();
    /// Somebody wants to see the list.
    void wanted();
    /// The sale with this key is to be shown.
    void saleWanted(const QString &key);
    /// What became of something that was asked for.
    void said(crema::Tone tone, const QString &text, const QString &hint);

private:
    using Self = QPointer<PaymentListPresenter>;

    void declareActions();
    void updateActions();
    void followDesk();
    void forget();
    void rebuild();
    void take(const QList<PaymentIntent> &intents);
    void failed(const Problem &problem);
    void setHolding(const QList<PaymentIntent> &intents);
    void tell(Tone tone, const QString &text, const QString &hint);
    void ask(IntentVerdict verdict);
    [[nodiscard]] const PaymentIntent *openIntent() const;
    [[nodiscard]] PaymentRow rowOf(const PaymentIntent &intent) const;
    [[nodiscard]] PaymentDetail detailOf(const PaymentIntent &intent) const;
    [[nodiscard]] PaymentQuestion questionOf(const PaymentIntent &intent, IntentVerdict verdict) const;
    [[nodiscard]] TimeWords times() const { return TimeWords::ofShop(m_locale, m_desk.state().location); }
    [[nodiscard]] std::optional<PersonId> personHere() const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> count(Self self, std::stop_token stop);
    static QCoro::Task<> check(Self self, std::stop_token stop);
    static QCoro::Task<> cancel(Self self, std::stop_token stop, PaymentIntentId id);
    static QCoro::Task<> decide(Self self, std::stop_token stop, PaymentIntentId id, IntentVerdict verdict,
                                QString reason);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_readsAgain = false;
    bool m_isChecking = false;
    std::optional<PersonId> m_person; ///< whom the list was read for

    QList<PaymentIntent> m_intents;
    QHash<PersonId, QString> m_people;
    QHash<SaleId, QString> m_sales; ///< receipt numbers
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    std::optional<TillMessage> m_complaint;
    QList<PaymentRow> m_rows;
    QList<ShiftId> m_holding; ///< of each that holds one
    QString m_openId;
    std::optional<PaymentDetail> m_detail;
    std::optional<IntentVerdict> m_verdict;
    std::optional<PaymentQuestion> m_question;
    QString m_reasonProblem;
    bool m_isDeciding = false;
};

} // namespace crema
