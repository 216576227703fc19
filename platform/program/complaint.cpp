// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/complaint.h"

#include "models/base/problem_codec.h"
#include "platform/program/command_line.h"

#include <QJsonDocument>

#include <cstdio>

namespace crema::platform {

int complainAbout(const Problem &problem)
{
    QByteArray text;
    if (qEnvironmentVariable("CREMA_PROBLEMS") == u"json") {
        text = QJsonDocument(problemToJson(problem)).toJson(QJsonDocument::Compact) + '\n';
    } else {
        text = problem.message.toUtf8() + '\n';
        if (!problem.hint.isEmpty())
            text += problem.hint.toUtf8() + '\n';
    }
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    std::fflush(stderr);
    return exitCodeOf(problem);
}

} // namespace crema::platform
