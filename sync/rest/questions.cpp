// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/questions.h"

#include <QCoreApplication>
#include <QUuid>

namespace crema::sync {
namespace {

Problem askedAgain(const QString &code, const QString &message)
{
    return {ProblemKind::Unavailable,
            code,
            message,
            QCoreApplication::translate("Rest", "Work goes on; the question is asked again by itself."),
            {}};
}

} // namespace

QByteArray Questions::name(HttpRequest &request)
{
    const QString number = QStringLiteral("%1.%2").arg(m_clock.monotonicMs()).arg(++m_count);
    const QByteArray name = QUuid::createUuidV5(m_clock.bootId(), number).toByteArray(QUuid::WithoutBraces);
    request.headers.append({QByteArrayLiteral("Crema-Question"), name});
    return name;
}

Result<HttpAnswer> Questions::answerTo(const QByteArray &question, const Result<HttpAnswer> &answer)
{
    const QByteArray answered = answer ? answer->header("crema-question") : QByteArray();
    if (answered.isEmpty() || answered == question)
        return answer;
    // A platform that was put back to a backup since then may have lost what it says.
    return failure(
        askedAgain(QStringLiteral("network.old_answer"),
                   QCoreApplication::translate("Rest", "The network brought an old answer of the platform.")));
}

Problem lostAnswer()
{
    return askedAgain(QStringLiteral("network.answer_lost"),
                      QCoreApplication::translate("Rest", "The answer of the platform was lost on the way."));
}

} // namespace crema::sync
