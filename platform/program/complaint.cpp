// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/complaint.h"

#include "models/base/problem_codec.h"
#include "models/text/plain_text.h"
#include "platform/program/command_line.h"

#include <QJsonDocument>

#include <cstdio>

namespace crema::platform {

namespace {

/// Line by line: what a database says may have several, and names that others chose steer no terminal.
QByteArray printed(const QString &text)
{
    QByteArray lines;
    for (const QString &line : text.split(u'\n'))
        lines += madePlain(line).toUtf8() + '\n';
    return lines;
}

} // namespace

int complainAbout(const Problem &problem)
{
    QByteArray text;
    if (qEnvironmentVariable("CREMA_PROBLEMS") == u"json") {
        text = QJsonDocument(problemToJson(problem)).toJson(QJsonDocument::Compact) + '\n';
    } else {
        text = printed(problem.message);
        if (!problem.hint.isEmpty())
            text += printed(problem.hint);
    }
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    std::fflush(stderr);
    return exitCodeOf(problem);
}

} // namespace crema::platform
