// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/audit_presenter.h"

#include "ui/presenters/people/audit_words.h"

#include <QCollator>

#include <algorithm>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t skeletonAfterMs = 300;
constexpr std::int64_t sentenceAfterMs = 1'000;
constexpr std::int64_t minuteMs = 60'000;
const QString ofSubject = u"of/"_s;

bool isOpen(const AuditQuery &query)
{
    return !query.person && query.kind.isEmpty() && !query.subject && query.period == AuditPeriod::All;
}

} // namespace

AuditPresenter::AuditPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_reader(personHere())
{
    declareActions();
    connect(&m_desk, &TillDesk::changed, this, &AuditPresenter::followDesk);
}

AuditPresenter::~AuditPresenter()
{
    m_stop.request_stop();
    m_namesStop.request_stop();
}

void AuditPresenter::declareActions()
{
    const auto add = [this](const QString &id, const QString &text, const char *icon, ActionCategory category,
                            const QStringList &keys, const QStringList &terminalKeys, std::function<void()> run) {
        m_actions.add({id, text, QString::fromLatin1(icon), category, keys, terminalKeys}, std::move(run));
    };
    add(u"audit.refresh"_s, tr("Ask again what was done"), "sync", ActionCategory::Device, {u"F5"_s}, {},
        [this] { refresh(); });
    add(u"audit.find"_s, tr("Filter the audit trail"), "filter", ActionCategory::Search, {u"F2"_s, u"Ctrl+F"_s}, {},
        [this] { Q_EMIT filterWanted(); });
    add(u"audit.clear"_s, tr("Show the whole audit trail"), "x", ActionCategory::Search, {}, {},
        [this] { clearFilters(); });
    add(u"audit.back"_s, tr("Back to all entries"), "left", ActionCategory::Go, {}, {}, [this] { close(); });
    showActions();
}

void AuditPresenter::showActions()
{
    const QString denied = isDenied() ? tr("Only who manages people sees what was done.") : QString();
    const auto disable = [this](QStringView id, const QString &reason) {
        m_actions.find(id)->setDisabledReason(reason);
    };
    disable(u"audit.refresh", denied);
    disable(u"audit.find", denied);
    disable(u"audit.clear", !denied.isEmpty() ? denied : isOpen(m_query) ? tr("No filter is on.") : QString());
    disable(u"audit.back", m_openId.isEmpty() ? tr("No entry is open.") : QString());
}

std::optional<PersonId> AuditPresenter::personHere() const
{
    const sync::ClientState &state = m_desk.state();
    return state.person ? std::optional(state.person->id) : std::nullopt;
}

bool AuditPresenter::mayLook() const
{
    return m_desk.state().enrolled && m_desk.state().may(Permission::PeopleManage);
}

bool AuditPresenter::isDenied() const
{
    return !mayLook() || (m_problem && m_problem->kind == ProblemKind::NotAllowed);
}

void AuditPresenter::arrive()
{
    if (m_inFront)
        return;
    m_inFront = true;
    m_namesStop.request_stop();
    m_namesStop = {};
    readNames(this, m_namesStop.get_token());
    refresh();
    m_tickTimer = m_clock.after(minuteMs, [this] { tick(); });
}

void AuditPresenter::leave()
{
    m_inFront = false;
    m_tickTimer.reset();
}

/// How long ago it was goes on.
void AuditPresenter::tick()
{
    rebuild();
    m_tickTimer = m_clock.after(minuteMs, [this] { tick(); });
}

void AuditPresenter::followDesk()
{
    if (m_reader == personHere() && (mayLook() || m_records.isEmpty())) {
        showActions();
        return;
    }
    // Somebody else may see less, and so may who lost the right: nothing of before stays.
    forget();
    if (m_inFront)
        refresh();
}

void AuditPresenter::forget()
{
    const bool wasElsewhere = !place().isEmpty();
    m_stop.request_stop();
    m_stop = {};
    m_isReading = false;
    m_reader = personHere();
    m_query = {};
    m_records.clear();
    m_next.reset();
    m_isOfDevice = false;
    m_problem.reset();
    m_openId.clear();
    m_open.reset();
    setPhase(ListPhase::Blank);
    rebuild();
    Q_EMIT queryChanged();
    if (wasElsewhere)
        Q_EMIT placeChanged();
}

void AuditPresenter::setPhase(ListPhase phase)
{
    m_phaseTimer.reset();
    m_phase = phase;
}

TimeWords AuditPresenter::times() const
{
    return TimeWords::ofShop(m_locale, m_desk.state().location);
}

AuditWords AuditPresenter::words() const
{
    return {times(), m_clock.now(), FieldTexts(m_locale, m_desk.state().currency(), m_taxClasses, m_roles),
            m_locations};
}

std::optional<UtcTime> AuditPresenter::beginOfPeriod() const
{
    const TimeWords words = times();
    const QDate today = words.dayOf(m_clock.now());
    switch (m_query.period) {
    case AuditPeriod::Today: return words.beginOf(today);
    case AuditPeriod::Week: return words.beginOf(today.addDays(-6));
    case AuditPeriod::Month: return words.beginOf(today.addDays(-29));
    case AuditPeriod::All: break;
    }
    return std::nullopt;
}

AuditFilter AuditPresenter::filter() const
{
    AuditFilter filter;
    filter.actor = m_query.person;
    filter.subject = m_query.subject;
    filter.action = m_query.kind;
    filter.from = beginOfPeriod();
    filter.limit = pageRecords;
    return filter;
}

void AuditPresenter::refresh()
{
    if (!mayLook()) {
        take(failure(ProblemKind::NotAllowed, u"auth.not_allowed"_s, tr("Only who manages people sees what was done."),
                     tr("Let a manager sign in, or ask one to give you the right.")),
             false);
        return;
    }
    AuditFilter first = filter();
    // As many as are shown: what somebody scrolled to does not go away below them.
    first.limit = static_cast<int>(
        std::clamp<qsizetype>(m_records.size(), pageRecords, static_cast<qsizetype>(AuditFilter::mostRecords)));
    ask(first);
}

bool AuditPresenter::hasOlder() const
{
    return m_next && !m_problem && m_records.size() < mostRecords;
}

void AuditPresenter::fetchOlder()
{
    if (m_isReading || !hasOlder())
        return;
    AuditFilter older = filter();
    older.before = m_next;
    ask(older);
}

/// Only the last question is answered: what comes to an earlier one is of other filters.
void AuditPresenter::ask(const AuditFilter &filter)
{
    m_stop.request_stop();
    m_stop = {};
    m_reader = personHere();
    m_isReading = true;
    awaitAnswer();
    read(this, m_stop.get_token(), filter);
}

void AuditPresenter::awaitAnswer()
{
    if (m_phase != ListPhase::Blank)
        return;
    m_phaseTimer = m_clock.after(skeletonAfterMs, [this] {
        setPhase(ListPhase::Loading);
        m_phaseTimer = m_clock.after(sentenceAfterMs - skeletonAfterMs, [this] {
            setPhase(ListPhase::LoadingLong);
            Q_EMIT listChanged();
        });
        Q_EMIT listChanged();
    });
}

QCoro::Task<> AuditPresenter::read(Self self, std::stop_token stop, AuditFilter filter)
{
    const Result<AuditPage> answer = co_await self->m_desk.auditTrail(filter);
    if (stop.stop_requested() || !self)
        co_return;
    self->take(answer, filter.before.has_value());
}

QCoro::Task<> AuditPresenter::readNames(Self self, std::stop_token stop)
{
    const Result<QList<Person>> people = co_await self->m_desk.everybody();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<Location>> locations = co_await self->m_desk.locations();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<TaxClass>> taxClasses = co_await self->m_desk.taxClasses();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<OwnRole>> roles = co_await self->m_desk.roles();
    if (stop.stop_requested() || !self)
        co_return;
    // Without them entries are told with fewer names, which is better than not at all.
    self->m_people = people.value_or(QList<Person>());
    self->m_locations = locations.value_or(QList<Location>());
    self->m_taxClasses = taxClasses.value_or(QList<TaxClass>());
    self->m_roles = roles.value_or(QList<OwnRole>());
    if (self->m_query.subject && self->m_query.subjectName.isEmpty())
        self->m_query.subjectName = self->nameOf(*self->m_query.subject);
    self->rebuild();
    Q_EMIT self->queryChanged();
}

void AuditPresenter::take(const Result<AuditPage> &answer, bool isOlder)
{
    m_isReading = false;
    m_problem = answer ? std::nullopt : std::optional(answer.error());
    if (answer) {
        m_records = isOlder ? m_records + answer->records : answer->records;
        m_next = answer->next;
        m_isOfDevice = answer->isOfDevice;
    } else if (isDenied()) {
        m_records.clear();
        m_next.reset();
        m_openId.clear();
        m_open.reset();
    }
    if (!m_records.isEmpty())
        setPhase(ListPhase::Rows);
    else if (m_problem)
        setPhase(ListPhase::Failed);
    else
        setPhase(isOpen(m_query) ? ListPhase::FirstUse : ListPhase::FilteredEmpty);
    rebuild();
}

void AuditPresenter::rebuild()
{
    const AuditWords words = this->words();
    m_rows.clear();
    for (const AuditRecord &record : std::as_const(m_records)) {
        m_rows.append(words.row(record));
        if (m_rows.last().id == m_openId)
            m_open = record;
    }
    const auto count = static_cast<int>(m_rows.size());
    if (m_phase != ListPhase::Rows)
        m_countText.clear();
    else
        m_countText = m_next ? tr("The newest %n entries", nullptr, count) : tr("%n entries", nullptr, count);
    m_limitText = m_isOfDevice && !isDenied()
                      ? tr("Of this location only. Sign in with mail address and password to see more.")
                      : QString();
    Q_EMIT listChanged();
    showOpen();
}

void AuditPresenter::showOpen()
{
    m_detail = m_open ? std::optional(words().detail(*m_open)) : std::nullopt;
    showActions();
    Q_EMIT detailChanged();
}

QList<AuditChoice> AuditPresenter::people() const
{
    QList<AuditChoice> choices;
    for (const Person &person : m_people)
        choices.append({person.id.toString(), person.name});
    const QCollator collator(m_locale);
    std::ranges::stable_sort(
        choices, [&](const AuditChoice &a, const AuditChoice &b) { return collator.compare(a.name, b.name) < 0; });
    choices.prepend({{}, tr("Everybody")});
    return choices;
}

QList<AuditChoice> AuditPresenter::kinds() const
{
    const std::optional<Person> &person = m_desk.state().person;
    return auditKinds(person && person->locations.isEmpty());
}

QString AuditPresenter::nameOf(const QUuid &subject) const
{
    const auto known =
        std::ranges::find_if(m_people, [&](const Person &person) { return person.id.value() == subject; });
    return known == m_people.end() ? QString() : known->name;
}

void AuditPresenter::changeQuery(const AuditQuery &query)
{
    m_reader = personHere();
    m_query = query;
    m_records.clear();
    m_next.reset();
    m_problem.reset();
    m_openId.clear();
    m_open.reset();
    setPhase(ListPhase::Blank);
    rebuild();
    Q_EMIT queryChanged();
    if (m_inFront)
        refresh();
}

void AuditPresenter::setQuery(const AuditQuery &query)
{
    if (m_query == query)
        return;
    const QString before = place();
    changeQuery(query);
    if (place() != before)
        Q_EMIT placeChanged();
}

void AuditPresenter::showSubject(const QUuid &id, const QString &name)
{
    AuditQuery query;
    query.period = AuditPeriod::All;
    query.subject = id;
    query.subjectName = name;
    setQuery(query);
}

void AuditPresenter::clearFilters()
{
    AuditQuery query;
    query.period = AuditPeriod::All;
    setQuery(query);
}

void AuditPresenter::open(const QString &id)
{
    if (m_openId == id)
        return;
    showPlace(id.isEmpty() && m_query.subject ? ofSubject + m_query.subject->toString(QUuid::WithoutBraces) : id);
    Q_EMIT placeChanged();
}

QString AuditPresenter::place() const
{
    if (!m_openId.isEmpty() || !m_query.subject)
        return m_openId;
    return ofSubject + m_query.subject->toString(QUuid::WithoutBraces);
}

void AuditPresenter::showPlace(const QString &place)
{
    const bool isOfSubject = place.startsWith(ofSubject);
    const QUuid subject = isOfSubject ? QUuid::fromString(place.mid(ofSubject.size())) : QUuid();
    m_openId = isOfSubject ? QString() : place;
    m_open.reset();
    for (const AuditRecord &record : std::as_const(m_records)) {
        if (auditId(record) == m_openId)
            m_open = record;
    }
    showOpen();
    if (!subject.isNull() && m_query.subject != subject) {
        AuditQuery query;
        query.period = AuditPeriod::All;
        query.subject = subject;
        query.subjectName = nameOf(subject);
        changeQuery(query);
    } else if (place.isEmpty() && m_query.subject) {
        changeQuery({});
    }
}

} // namespace crema
