// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the desk share: its calls that may wait for somebody's PIN.
#pragma once

#include "sync/client/client.h"
#include "ui/presenters/client_shop_desk.h"

namespace crema {

template<class Call>
auto ClientShopDesk::approvable(Call call) -> decltype(call())
{
    if (!m_offersApprovals)
        return call();
    const auto offer = m_client.offerApproval();
    return call();
}

} // namespace crema
