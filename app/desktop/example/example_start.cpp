// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/example_start.h"

#include <QCoreApplication>
#include <QCoroSignal>

namespace crema::desktop {

namespace {

QString nameOf(LocalBusiness business)
{
    return business == LocalBusiness::Sample ? QStringLiteral("sample") : QStringLiteral("shop");
}

Result<void> answered(QStringList &calls, std::optional<Problem> &fails, const QString &failsAt, const QString &call)
{
    calls.append(call);
    if (fails && call.startsWith(failsAt))
        return failure(*std::exchange(fails, std::nullopt));
    return {};
}

} // namespace

void ExamplePlatform::hold(bool held)
{
    m_held = held;
    if (!held)
        Q_EMIT letGo();
}

QCoro::Task<Result<void>> ExamplePlatform::answer(QString call)
{
    const Result<void> answer = answered(calls, fails, failsAt, call);
    if (m_held)
        co_await qCoro(this, &ExamplePlatform::letGo);
    co_return answer;
}

QCoro::Task<Result<QUrl>> ExamplePlatform::start(LocalBusiness business, quint16 port)
{
    const Result<void> started = co_await answer(QStringLiteral("start %1 %2").arg(nameOf(business)).arg(port));
    if (!started)
        co_return failure(started.error());
    const QUrl served = address;
    co_return served;
}

QCoro::Task<Result<void>> ExamplePlatform::createShop(NewShop shop)
{
    made = shop;
    return answer(QStringLiteral("create"));
}

QCoro::Task<Result<QString>> ExamplePlatform::enrolCode(LocalBusiness business)
{
    const Result<void> given = co_await answer(QStringLiteral("code ") + nameOf(business));
    if (!given)
        co_return failure(given.error());
    co_return QStringLiteral("K7QP-3M2X");
}

QCoro::Task<Result<void>> ExamplePlatform::backUp(LocalBusiness business, QString file)
{
    return answer(QStringLiteral("backup %1 %2").arg(nameOf(business), file));
}

QCoro::Task<Result<void>> ExamplePlatform::restore(QString file)
{
    return answer(QStringLiteral("restore ") + file);
}

Result<void> ExampleStart::answer(const QString &call)
{
    return answered(calls, fails, failsAt, call);
}

QCoro::Task<Result<StoreStanding>> ExampleStart::open(Business business)
{
    const Result<void> opened = answer(QStringLiteral("open ") + businessText(business));
    if (!opened)
        co_return failure(opened.error());
    const StoreStanding found = standing;
    co_return found;
}

QCoro::Task<Result<void>> ExampleStart::enrol(QUrl platform, QString code)
{
    const Result<void> enrolled = answer(QStringLiteral("enrol %1 %2").arg(platform.toString(), code));
    co_return enrolled;
}

QCoro::Task<Result<void>> ExampleStart::signOut()
{
    const Result<void> left = answer(QStringLiteral("sign out"));
    co_return left;
}

QCoro::Task<Result<void>> ExampleStart::movePlatform(QUrl platform)
{
    const Result<void> moved = answer(QStringLiteral("move ") + platform.toString());
    co_return moved;
}

QCoro::Task<Result<void>> ExampleStart::fetch(std::function<void(const sync::LoadProgress &)> told)
{
    if (progress && told)
        told(*progress);
    const Result<void> fetched = answer(QStringLiteral("fetch"));
    co_return fetched;
}

} // namespace crema::desktop
