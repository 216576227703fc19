// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/enum_names.h"
#include "sync/client/client_state.h"
#include "sync/client/queue_entry.h"
#include "sync/client/sale_view.h"

namespace crema::sync {
namespace {

constexpr std::array operationStates{
    EnumName<OperationState>{OperationState::Queued, u"queued"},
    EnumName<OperationState>{OperationState::Sent, u"sent"},
    EnumName<OperationState>{OperationState::Receipted, u"receipted"},
    EnumName<OperationState>{OperationState::Visible, u"visible"},
};

constexpr std::array links{
    EnumName<Link>{Link::NeverTried, u"never_tried"}, EnumName<Link>{Link::Online, u"online"},
    EnumName<Link>{Link::Offline, u"offline"},        EnumName<Link>{Link::NeedsSignIn, u"needs_sign_in"},
    EnumName<Link>{Link::Stopped, u"stopped"},
};

} // namespace

QString linkText(Link link)
{
    return enumText(links, link);
}

std::optional<Link> linkFromText(QStringView text)
{
    return enumFromText<Link>(links, text);
}

QString operationStateText(OperationState state)
{
    return enumText(operationStates, state);
}

std::optional<OperationState> operationStateFromText(QStringView text)
{
    return enumFromText<OperationState>(operationStates, text);
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
