// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/people/audit_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QLocale>
#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

class AuditWords;

/// The audit trail of the platform, newest first, by filters, and one entry in full; for any toolkit. Every method
/// returns at once; what takes longer ends in a signal. It asks when it comes to the front and when a filter is another
/// one; older entries follow when they are wanted. Nothing of it is kept here: without the platform there is none.
/// Lives on one thread; desk and clock outlive it.
class AuditPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageRecords = 100;
    static constexpr qsizetype mostRecords = 5'000; ///< beyond that a filter finds more than scrolling

    AuditPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~AuditPresenter() override;

    void arrive();
    void leave();

    /// Ids: audit.refresh, audit.find, audit.clear, audit.back.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    [[nodiscard]] const QList<AuditRow> &rows() const { return m_rows; }
    /// "12 entries", "The newest 100 entries".
    [[nodiscard]] const QString &countText() const { return m_countText; }
    /// "Of this location only. …": why the person is not shown all that they may see; empty where they are.
    [[nodiscard]] const QString &limitText() const { return m_limitText; }
    /// Why nothing is shown, or why what is shown is not of now.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here does not manage people.
    [[nodiscard]] bool isDenied() const;
    void refresh();
    /// There are older entries behind those that are shown.
    [[nodiscard]] bool hasOlder() const;
    void fetchOlder();

    /// Who may be asked for, first everybody; by name.
    [[nodiscard]] QList<AuditChoice> people() const;
    [[nodiscard]] QList<AuditChoice> kinds() const;
    [[nodiscard]] const AuditQuery &query() const { return m_query; }
    void setQuery(const AuditQuery &query);
    /// What was done to this one, at any time.
    void showSubject(const QUuid &id, const QString &name);
    void clearFilters();

    /// Empty while none is open.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    void open(const QString &id);
    void close() { open({}); }
    [[nodiscard]] const std::optional<AuditDetail> &detail() const { return m_detail; }

    /// "", "of/<id of a subject>" or the id of an entry: what a link and the history need to come back here.
    [[nodiscard]] QString place() const;
    void showPlace(const QString &place);

Q_SIGNALS:
    /// Rows, phase, count or problem are different.
    void listChanged();
    void detailChanged();
    /// The filters are others, or what can be chosen for them.
    void queryChanged();
    /// The person wants to choose a filter.
    void filterWanted();
    /// The person went to another place of the trail.
    void placeChanged();

private:
    using Self = QPointer<AuditPresenter>;

    void declareActions();
    void showActions();
    void followDesk();
    [[nodiscard]] bool mayLook() const;
    void tick();
    void forget();
    void ask(const AuditFilter &filter);
    void changeQuery(const AuditQuery &query);
    void awaitAnswer();
    void setPhase(ListPhase phase);
    void take(const Result<AuditPage> &answer, bool isOlder);
    void rebuild();
    void showOpen();
    [[nodiscard]] AuditFilter filter() const;
    [[nodiscard]] std::optional<UtcTime> beginOfPeriod() const;
    [[nodiscard]] TimeWords times() const;
    [[nodiscard]] AuditWords words() const;
    [[nodiscard]] QString nameOf(const QUuid &subject) const;
    [[nodiscard]] std::optional<PersonId> personHere() const;

    static QCoro::Task<> read(Self self, std::stop_token stop, AuditFilter filter);
    static QCoro::Task<> readNames(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_isReading = false;
    std::stop_source m_stop;      ///< of the question that is open
    std::stop_source m_namesStop; ///< of the names
    std::unique_ptr<Timer> m_phaseTimer;
    std::unique_ptr<Timer> m_tickTimer;
    std::optional<PersonId> m_reader; ///< whom the trail was read for

    QList<Person> m_people;
    QList<Location> m_locations;
    QList<TaxClass> m_taxClasses;
    QList<OwnRole> m_roles;

    AuditQuery m_query;
    QList<AuditRecord> m_records;
    std::optional<AuditPlace> m_next;
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    QList<AuditRow> m_rows;
    QString m_countText;
    bool m_isOfDevice = false; ///< the platform told of this place only
    QString m_limitText;
    QString m_openId;
    std::optional<AuditRecord> m_open; ///< as it was last read; it stays when the list does not have it any more
    std::optional<AuditDetail> m_detail;
};

} // namespace crema
