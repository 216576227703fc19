// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace crema {

/// One of the two who are put together.
struct MergeSide {
    QString name;
    QStringList aboutTexts; ///< how to reach them, tax number, card: a line each

    bool operator==(const MergeSide &) const = default;
};

/// A customer, or a pair of them, to choose from.
struct MergeRow {
    QString name;
    QString aboutText; ///< of a pair why they may be one, of a customer how to reach them

    bool operator==(const MergeRow &) const = default;
};

/// What a merge did, for whoever takes it back.
struct MergeDone {
    CustomerId goes;
    Customer before; ///< who stays, as they were
    Customer after;  ///< and as they are
};

/// Makes one of two customers (ADR 067), step by step, for any toolkit: choose a pair, or the other one of somebody who
/// is known, compare, say who stays. Lives on one thread; the desk outlives it.
class CustomerMergePresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Pairs,   ///< rows() are those who may be there twice
        Search,  ///< rows() are customers who may be the same as stays()
        Compare, ///< both are known
    };

    static constexpr int mostRows = 100;

    explicit CustomerMergePresenter(ShopDesk &desk, QObject *parent = nullptr);
    ~CustomerMergePresenter() override;

    /// With this customer, or with the pairs where it is empty.
    void begin(const QString &id);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] const QList<MergeRow> &rows() const { return m_rows; }
    /// Why there are no rows, or why the last step was not done.
    [[nodiscard]] const QString &problemText() const { return m_problem; }
    [[nodiscard]] const QString &searchText() const { return m_text; }
    /// Of Search: a part of a name, an address or a number. Empty: those who are likely the same.
    void setSearchText(const QString &text);
    void choose(int row);
    /// From Compare to where the other one is chosen.
    void goBack();

    [[nodiscard]] std::optional<MergeSide> stays() const
    {
        return m_stays ? std::optional(sideOf(*m_stays)) : std::nullopt;
    }
    [[nodiscard]] std::optional<MergeSide> goes() const
    {
        return m_goes ? std::optional(sideOf(*m_goes)) : std::nullopt;
    }
    /// What becomes of both, in a sentence or two.
    [[nodiscard]] static QString consequenceText();
    /// The one who goes stays, and the other way round.
    void swap();
    /// Ends in merged(), or in a problem.
    void merge();
    /// What another till gave since to somebody who was merged goes to who stays; ends in tookOver() or notDone().
    void takeOver(const QString &id, const QString &stays);
    /// Takes somebody out again who was merged; ends in parted() or notDone().
    void unmerge(const QString &id);

Q_SIGNALS:
    void changed();
    void merged(const crema::MergeDone &done, const QString &says);
    void tookOver(const QString &says);
    void parted(crema::CustomerId id, const QString &says);
    void notDone(const crema::Problem &problem);

private:
    using Self = QPointer<CustomerMergePresenter>;

    void show(Step step);
    void readRows();
    void report(const Problem &problem);
    [[nodiscard]] static MergeSide sideOf(const Customer &customer);
    static QCoro::Task<> start(Self self, std::stop_token stop, CustomerId id);
    static QCoro::Task<> readPairs(Self self, std::stop_token stop);
    static QCoro::Task<> readOthers(Self self, std::stop_token stop, QString text);
    static QCoro::Task<> run(Self self, Customer goes, Customer stays, int choice);
    static QCoro::Task<> part(Self self, CustomerId id);
    static QCoro::Task<> move(Self self, CustomerId goes, CustomerId stays);

    ShopDesk &m_desk;
    std::stop_source m_stop;
    Step m_step = Step::Pairs;
    bool m_isReading = false;
    bool m_isWorking = false;
    bool m_beganWithPairs = true;
    int m_choice = 0; ///< grows with each begin()
    QString m_text;
    QString m_problem;
    QList<MergeRow> m_rows;
    QList<LikelyDuplicate> m_pairs; ///< of Pairs, as m_rows
    QList<Customer> m_others;       ///< of Search, as m_rows
    std::optional<Customer> m_stays;
    std::optional<Customer> m_goes;
};

} // namespace crema
