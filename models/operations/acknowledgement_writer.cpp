// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/acknowledgement_writer.h"

#include "models/base/json.h"
#include "models/base/json_writer.h"

namespace crema {

using namespace Qt::StringLiterals;

QByteArray canonicalBytes(const Acknowledgement &acknowledgement)
{
    if (acknowledgement.problem || !acknowledgement.conflicts.isEmpty())
        return json::writeCanonical(acknowledgementToJson(acknowledgement));
    json::CanonicalWriter out;
    out.beginObject();
    out.beginArray("conflicts"_L1);
    out.endArray();
    if (acknowledgement.operation.isNull())
        out.null("operation"_L1);
    else
        out.id("operation"_L1, acknowledgement.operation);
    out.text("outcome"_L1, outcomeText(acknowledgement.outcome));
    out.null("problem"_L1);
    out.integer("sequence"_L1, acknowledgement.sequence);
    if (acknowledgement.visibleAt)
        out.text("visible_at"_L1, acknowledgement.visibleAt->toString());
    else
        out.null("visible_at"_L1);
    out.beginArray("waiting_for"_L1);
    for (const OperationId &id : acknowledgement.waitingFor)
        out.text(id.toString());
    out.endArray();
    out.endObject();
    return out.take();
}

} // namespace crema
