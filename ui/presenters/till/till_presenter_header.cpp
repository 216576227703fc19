// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's header: who sells where, and how sync stands.
#include "ui/presenters/till/till_presenter.h"

namespace crema {

namespace {

SyncPill pillOf(const sync::ClientState &state)
{
    const std::int64_t waiting = state.queue.unsent();
    const int count = static_cast<int>(waiting);
    if (state.queue.needsAttention > 0) {
        return {Tone::Error,
                TillPresenter::tr("%n need attention", nullptr, static_cast<int>(state.queue.needsAttention)), waiting};
    }
    switch (state.link) {
    case sync::Link::NeedsSignIn: return {Tone::Warning, TillPresenter::tr("Sign in to send"), waiting};
    case sync::Link::Stopped: return {Tone::Error, TillPresenter::tr("Sync stopped"), waiting};
    case sync::Link::Online:
        if (waiting > 0)
            return {Tone::Neutral, TillPresenter::tr("Sending %n", nullptr, count), waiting};
        return {Tone::Ok, TillPresenter::tr("Online"), 0};
    case sync::Link::Offline:
    case sync::Link::NeverTried: break;
    }
    if (waiting > 0)
        return {Tone::Warning, TillPresenter::tr("Offline · %n waiting", nullptr, count), waiting};
    return {Tone::Neutral, TillPresenter::tr("Offline"), 0};
}

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
    header.sync = pillOf(state);
    header.sync.attention = state.queue.needsAttention;
    if (header == m_header)
        return;
    m_header = header;
    Q_EMIT headerChanged();
}

} // namespace crema
