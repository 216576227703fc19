// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/queue_entry.h"
#include "sync/client/sale_view.h"

namespace crema::sync {
namespace {

struct StateText {
    OperationState state;
    QStringView text;
};

constexpr std::array operationStates{
    StateText{OperationState::Queued, u"queued"},
    StateText{OperationState::Sent, u"sent"},
    StateText{OperationState::Receipted, u"receipted"},
    StateText{OperationState::Visible, u"visible"},
};

} // namespace

QString operationStateText(OperationState state)
{
    return operationStates.at(static_cast<std::size_t>(state)).text.toString();
}

std::optional<OperationState> operationStateFromText(QStringView text)
{
    for (const StateText &entry : operationStates) {
        if (entry.text == text)
            return entry.state;
    }
    return std::nullopt;
}

QString syncStateText(SyncState state)
{
    switch (state) {
    case SyncState::Queued: return QStringLiteral("queued");
    case SyncState::Sent: return QStringLiteral("sent");
    case SyncState::Synced: return QStringLiteral("synced");
    case SyncState::NeedsAttention: return QStringLiteral("needs_attention");
    }
    Q_UNREACHABLE();
}

} // namespace crema::sync
