// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/kept_link.h"

#include "models/base/json.h"
#include "models/base/problem_codec.h"

#include <QJsonDocument>

namespace crema::sync {
namespace {

using namespace Qt::StringLiterals;

} // namespace

bool KeptLink::isLike(const KeptLink &other) const
{
    const auto codeOf = [](const KeptLink &kept) { return kept.problem ? kept.problem->code : QString(); };
    return link == other.link && codeOf(*this) == codeOf(other);
}

QString keptLinkToText(const KeptLink &kept)
{
    QJsonObject object{{u"link"_s, linkText(kept.link)}};
    if (kept.problem)
        object.insert(u"problem"_s, problemToJson(*kept.problem));
    return QString::fromUtf8(json::writeCanonical(object));
}

KeptLink keptLinkFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const std::optional<Link> link = linkFromText(object.value(u"link"_s).toString());
    if (!link)
        return {};
    const QJsonValue problem = object.value(u"problem"_s);
    return {*link, problem.isObject() ? problemFromJson(problem.toObject()) : std::nullopt};
}

} // namespace crema::sync
