// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's header: who sells where, and how sync stands.
#include "ui/presenters/syncing/sync_words.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

namespace {

QString placeOf(const sync::ClientState &state)
{
    if (!state.location)
        return {};
    if (!state.registerInfo)
        return state.location->name;
    const QString name = state.registerInfo->name.isEmpty() ? state.registerInfo->code : state.registerInfo->name;
    return TillPresenter::tr("%1 · %2", "location and register").arg(state.location->name, name);
}

} // namespace

void TillPresenter::refreshHeader()
{
    const sync::ClientState &state = m_desk.state();
    TillHeader header;
    header.businessName = state.company.name.isEmpty() ? tr("Crema") : state.company.name;
    header.placeText = placeOf(state);
    header.personName = state.person ? state.person->name : QString();
    header.initials = TillTexts::initials(header.personName);
    header.sync = syncPillOf(state);
    if (header == m_header)
        return;
    m_header = header;
    Q_EMIT headerChanged();
}

} // namespace crema
