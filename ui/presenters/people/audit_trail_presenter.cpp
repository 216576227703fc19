// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/audit_trail_presenter.h"

#include "ui/presenters/people/persons_presenter.h"
#include "ui/presenters/selling/time_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AuditTrailPresenter)
};

/// The first moment of the day `later` days after the one that was typed; nothing where none was.
Result<std::optional<UtcTime>> beginOf(const QString &typed, int later, const std::optional<Location> &location)
{
    if (typed.isEmpty())
        return std::optional<UtcTime>();
    const QDate day = QDate::fromString(typed.trimmed(), Qt::ISODate);
    if (!day.isValid())
        return failure(ProblemKind::Invalid, u"audit.day"_s, Texts::tr("\"%1\" is not a day.").arg(typed),
                       Texts::tr("Write it as year, month and day: 2026-11-20."));
    return std::optional(TimeWords::ofShop(QLocale::c(), location).beginOf(day.addDays(later)));
}

bool fits(const DeviceStanding &standing, const QString &words)
{
    const QString registerText = standing.locationCode + u'-' + standing.registerCode;
    return standing.device.toString() == words || standing.name.compare(words, Qt::CaseInsensitive) == 0 ||
           registerText.compare(words, Qt::CaseInsensitive) == 0;
}

} // namespace

QCoro::Task<Result<DeviceId>> AuditTrailPresenter::deviceOf(QString words) const
{
    sync::Client &client = m_client;
    if (const auto id = DeviceId::fromString(words))
        co_return *id;
    const Result<sync::KnownDevices> known = co_await client.devices();
    if (!known)
        co_return failure(known.error());
    QList<DeviceId> found;
    for (const DeviceStanding &standing : known->list.devices) {
        if (fits(standing, words))
            found.append(standing.device);
    }
    if (found.isEmpty())
        co_return failure(ProblemKind::NotFound, u"device.unknown"_s,
                          Texts::tr("No device is called \"%1\".").arg(words),
                          Texts::tr("Run \"crema device list\" to see all of them."));
    if (found.size() > 1)
        co_return failure(ProblemKind::Invalid, u"device.ambiguous"_s,
                          Texts::tr("More than one device is called \"%1\".").arg(words),
                          Texts::tr("Write its register instead, for example MAIN-1."));
    co_return found.first();
}

QCoro::Task<Result<AuditFilter>> AuditTrailPresenter::filterOf(TrailQuestion question) const
{
    sync::Client &client = m_client;
    AuditFilter filter;
    filter.action = question.action;
    const auto from = beginOf(question.from, 0, client.state().location);
    const auto until = beginOf(question.until, 1, client.state().location);
    if (!from || !until)
        co_return failure(from ? until.error() : from.error());
    filter.from = *from;
    filter.until = *until;
    if (!question.person.isEmpty()) {
        const Result<Person> person = co_await PersonsPresenter(client).byWords(question.person);
        if (!person)
            co_return failure(person.error());
        filter.actor = person->id;
    }
    if (!question.device.isEmpty()) {
        const Result<DeviceId> device = co_await AuditTrailPresenter(client).deviceOf(question.device);
        if (!device)
            co_return failure(device.error());
        filter.device = *device;
    }
    co_return filter;
}

QCoro::Task<Result<QList<AuditRecord>>> AuditTrailPresenter::list(TrailQuestion question) const
{
    sync::Client &client = m_client;
    const Result<AuditFilter> asked = co_await filterOf(question);
    if (!asked)
        co_return failure(asked.error());
    AuditFilter filter = *asked;
    QList<AuditRecord> records;
    do {
        filter.limit = static_cast<int>(std::min<qsizetype>(AuditFilter::mostRecords, question.limit - records.size()));
        const Result<AuditPage> page = co_await client.auditTrail(filter);
        if (!page)
            co_return failure(page.error());
        records += page->records;
        filter.before = page->next;
    } while (filter.before && records.size() < question.limit);
    co_return records;
}

} // namespace crema::presenters
