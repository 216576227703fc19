// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/customers/customer_list_view.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QHash>
#include <QLocale>
#include <QObject>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

class CustomerMergePresenter;
struct MergeDone;

/// Who buys here, and one of them to change; for any toolkit. Every method returns at once; what takes longer ends in a
/// signal. What is typed stays until it is saved or dropped or somebody else is opened, whatever comes meanwhile, and
/// goes with the person who typed it. Lives on one thread; desk and notices outlive it.
class CustomerListPresenter final : public QObject
{
    Q_OBJECT

public:
    /// As many as are shown at once; more are found by typing.
    static constexpr int mostRows = 200;

    CustomerListPresenter(ShopDesk &desk, Notices &notices, const QLocale &locale, QObject *parent = nullptr);
    ~CustomerListPresenter() override;

    void arrive();
    void leave() { m_inFront = false; }

    /// Ids: customers.new, customers.find, customers.save, customers.drop, customers.archive, customers.restore,
    /// customers.export, customers.erase, customers.merge, customers.duplicates, customers.back. Those of export,
    /// erasure and merging only ask for what is needed: exportWanted(), eraseWanted(), mergeWanted().
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<CustomerRow> &rows() const { return m_rows; }
    [[nodiscard]] const QString &countText() const { return m_countText; }
    /// Why nothing is shown, or why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here does not see customers.
    [[nodiscard]] bool isDenied() const;
    void refresh();

    [[nodiscard]] const QString &filterText() const { return m_filter; }
    /// A part of the name, the e-mail address, the phone number or the tax number.
    void setFilterText(const QString &text);

    /// Empty while nobody is open; `newId` for a new customer.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    static const QString newId;
    void open(const QString &id);
    void close() { open({}); }
    [[nodiscard]] const std::optional<CustomerDetail> &detail() const { return m_detail; }

    [[nodiscard]] const CustomerDraft &draft() const { return m_draft; }
    void setDraft(const CustomerDraft &draft);
    [[nodiscard]] bool isDirty() const { return m_draft != m_seen; }
    /// What is wrong with a field: name, email, phone, tax_id, notes, card.
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }

    /// Keeps what was typed.
    void save();
    /// Forgets what was typed.
    void drop();
    /// Takes whoever is open out of the lists, or puts them back; nothing of them is deleted.
    void setArchived(bool archived);

    /// Adds points to whoever is open, or takes some away ("-50"); ends in pointsAdjusted(), or in the problems of the
    /// fields `points` and `reason`.
    void adjustPoints(const QString &typed, const QString &reason);

    /// Makes one of two customers, on an own screen; begins with whom mergeWanted() names.
    [[nodiscard]] CustomerMergePresenter &merging() { return *m_merging; }

    /// What to ask before erase(); nothing where nobody is open who can be erased.
    [[nodiscard]] std::optional<EraseQuestion> eraseQuestion() const;
    /// Forgets what is known of whoever is open, here at once and everywhere later (ADR 041); ends in erased() or in a
    /// problem. There is no way back.
    void erase(EraseReason reason);

    /// A file name without anything that is known of whoever is open.
    [[nodiscard]] QString exportName() const;
    /// Writes everything that the platform knows of whoever is open to this file, which its owner alone can read; ends
    /// in exported() or in a problem.
    void exportTo(const QString &path);
    /// Where it was written last for whoever is open; empty before.
    [[nodiscard]] const QString &exportedText() const { return m_exportedText; }

    /// "" or the id of a customer: what a link and the history need to come back here.
    [[nodiscard]] QString place() const { return m_openId; }
    void showPlace(const QString &place);

Q_SIGNALS:
    /// Rows, phase or count are different.
    void listChanged();
    /// Another customer is open, or what is known of this one is different.
    void detailChanged();
    /// Draft, problems or actions are different.
    void draftChanged();
    /// What was typed is kept.
    void saved();
    void filterWanted();
    /// Somebody has to answer eraseQuestion() before erase().
    void eraseWanted();
    void erased();
    /// Somebody has to say with whom this customer is merged (CustomerMergePresenter); empty: any of those who may be
    /// there twice.
    void mergeWanted(const QString &id);
    void pointsAdjusted(const QString &says);
    /// Somebody has to choose a file for exportTo().
    void exportWanted();
    void exported(const QString &says);
    /// The person went to another place of the list.
    void placeChanged();

private:
    using Self = QPointer<CustomerListPresenter>;
    using Doing = std::function<QCoro::Task<Result<Customer>>(ShopDesk &)>;
    using Done = std::function<void(CustomerListPresenter &, const Customer &)>;

    /// Somebody who was merged, and what they have nevertheless.
    struct Part {
        Customer customer;
        std::int64_t points = 0;
        std::optional<Money> credit;
    };

    void declareActions();
    void forgetEverything();
    void rebuild();
    void showOpen();
    void fillDraft(const std::optional<Customer> &customer);
    void showActions();
    void goTo(const QString &id);
    void report(const Problem &problem);
    void forgetProblems();
    /// One step at a time.
    void perform(Doing doing, Done done);
    void change(const Customer &before, const Customer &after, const QString &said);
    [[nodiscard]] static CustomerRow rowOf(const Customer &customer);
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] QString consentText(const Consent &consent) const;
    [[nodiscard]] QString eraseObstacle() const;
    [[nodiscard]] QString exportObstacle() const;
    [[nodiscard]] std::optional<Customer> openCustomer() const;
    [[nodiscard]] QList<MergedCustomer> mergedRows() const;
    void showMerged(const MergeDone &done, const QString &says);
    void showParted(CustomerId id, const QString &says);
    void showTakenOver(const QString &says);
    /// Whoever was asked for may have been merged into somebody else: that one is open then.
    void followMerge(const QString &asked);
    /// Which groups and price lists there are to choose from, and why they cannot be chosen.
    void showPrices(CustomerDetail &detail) const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> run(Self self, std::stop_token stop, Doing doing, Done done);
    [[nodiscard]] QString pointsTextOf(const sync::PointsView &view) const;
    static QCoro::Task<> changePoints(Self self, std::stop_token stop, CustomerId id, std::int64_t points,
                                      QString reason);
    static QCoro::Task<> write(Self self, std::stop_token stop, CustomerId id, QString path);

    ShopDesk &m_desk;
    Notices &m_notices;
    QLocale m_locale;
    CustomerMergePresenter *m_merging;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isWorking = false;
    std::stop_source m_stop;

    QList<Customer> m_customers;
    std::optional<Customer> m_opened; ///< also where the list does not hold who is open
    QList<Part> m_merged;             ///< into `m_opened`
    QList<PriceList> m_priceLists;
    std::optional<sync::PointsView> m_points; ///< of whoever is open; nothing: not known
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    QHash<QString, QString> m_fieldProblems;
    QString m_exportedText;
    QString m_filter;
    QList<CustomerRow> m_rows;
    QString m_countText;
    QString m_openId;
    std::optional<CustomerDetail> m_detail;
    std::optional<Customer> m_before; ///< as they were when typing began
    CustomerDraft m_seen;             ///< the draft of `m_before`
    CustomerDraft m_draft;
};

} // namespace crema
