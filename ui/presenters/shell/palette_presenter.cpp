// SPDX-License-Identifier: GPL-3.0-or-later
// The palette's rows that are known at once, and what choosing one does.
#include "ui/presenters/shell/palette_presenter.h"

#include "models/money/money_input.h"
#include "models/text/fold.h"
#include "ui/presenters/shell/palette_match.h"
#include "ui/presenters/till/till_texts.h"

#include <algorithm>

namespace crema {

/// A row and what decides its place within its group.
struct PalettePresenter::Ranked {
    PaletteRow row;
    MatchRank rank = MatchRank::Substring;
    int uses = 0;
};

namespace {

PaletteGroup groupOf(const Action &action, bool onPageInFront)
{
    if (action.category() == ActionCategory::Go)
        return PaletteGroup::Go;
    if (onPageInFront)
        return PaletteGroup::Here;
    return action.category() == ActionCategory::Record ? PaletteGroup::Create : PaletteGroup::Actions;
}

/// The words of an id are the English name of an action, whatever language its text has: "till.new-sale".
QString englishName(const QString &id)
{
    QString name = id.section(u'.', -1);
    return name.replace(u'-', u' ');
}

} // namespace

PalettePresenter::PalettePresenter(ShellPresenter &shell, ShopDesk &desk, Preferences &preferences, Clock &clock,
                                   const QLocale &locale, QObject *parent)
    : QObject(parent), m_shell(shell), m_desk(desk), m_preferences(preferences), m_clock(clock), m_locale(locale)
{}

PalettePresenter::~PalettePresenter()
{
    m_stop.request_stop();
}

void PalettePresenter::addActions(const QString &area, ActionList &actions)
{
    // A window that was made anew has the same actions.
    const bool known = std::any_of(m_sources.begin(), m_sources.end(),
                                   [&actions](const Source &source) { return source.actions == &actions; });
    if (!known)
        m_sources.push_back({area, &actions});
}

QString PalettePresenter::groupName(PaletteGroup group)
{
    switch (group) {
    case PaletteGroup::Here: return tr("On this page");
    case PaletteGroup::Go: return tr("Go to");
    case PaletteGroup::Create: return tr("Create");
    case PaletteGroup::Actions: return tr("Actions");
    case PaletteGroup::Recent: return tr("Recent");
    case PaletteGroup::Records: return tr("Records");
    case PaletteGroup::Answer:
    case PaletteGroup::Nothing: break;
    }
    return {};
}

void PalettePresenter::open()
{
    m_text.clear();
    refresh();
}

void PalettePresenter::setText(const QString &text)
{
    if (text.left(maxTyped) == m_text)
        return;
    m_text = text.left(maxTyped);
    refresh();
}

void PalettePresenter::refresh()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_timer.reset();
    const QString typed = m_text.trimmed();
    const bool onlyRecords = typed.startsWith(u'#');
    m_fixed.clear();
    if (typed.startsWith(u'=')) {
        m_fixed = answerRows(typed.mid(1).trimmed());
    } else if (!onlyRecords) {
        for (Ranked &ranked : rankedRows(typed.startsWith(u'>') ? typed.mid(1).trimmed() : typed))
            m_fixed.append(std::move(ranked.row));
    }
    m_searching = (onlyRecords || typed.size() > 1) && !typed.startsWith(u'>') && !typed.startsWith(u'=');
    if (m_searching)
        m_timer = m_clock.after(searchDelayMs, [this] { search(this, m_stop.get_token(), m_text.trimmed()); });
    show({});
}

void PalettePresenter::show(const QList<PaletteRow> &records)
{
    m_rows = m_fixed + records;
    if (m_rows.isEmpty() && !m_searching)
        m_rows = nothingRows(m_text.trimmed());
    if (m_rows.size() > maxRows)
        m_rows.resize(maxRows);
    Q_EMIT rowsChanged();
}

std::vector<PalettePresenter::Ranked> PalettePresenter::rankedRows(const QString &typed) const
{
    std::vector<Ranked> found;
    addActionRows(typed, found);
    if (!m_text.trimmed().startsWith(u'>'))
        addRecentRows(typed, found);
    // Letters that merely stand in order are worth showing only where nothing better was found.
    const bool better =
        std::any_of(found.begin(), found.end(), [](const Ranked &row) { return row.rank < MatchRank::Subsequence; });
    if (better)
        std::erase_if(found, [](const Ranked &row) { return row.rank == MatchRank::Subsequence; });
    std::stable_sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) {
        if (a.row.group != b.row.group)
            return a.row.group < b.row.group;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (a.uses != b.uses)
            return a.uses > b.uses;
        return a.row.group != PaletteGroup::Recent && naturalLess(a.row.title, b.row.title);
    });
    return found;
}

void PalettePresenter::addActionRows(const QString &typed, std::vector<Ranked> &found) const
{
    for (const Source &source : m_sources) {
        const bool here = source.area == m_shell.address().area;
        for (const auto &action : source.actions->all()) {
            if (action->id() == QLatin1String("program.palette"))
                continue; // it is open already
            const auto match = matchPalette(typed, action->text(), {englishName(action->id())});
            if (!match)
                continue;
            Ranked ranked;
            ranked.rank = match->rank;
            ranked.uses = m_preferences.value(useKey(action->id())).toInt();
            ranked.row.group = groupOf(*action, here);
            ranked.row.iconName = action->iconName();
            ranked.row.title = action->text();
            ranked.row.matches = match->ranges;
            const auto area = here || source.area.isEmpty() ? std::nullopt : m_shell.area(source.area);
            ranked.row.context = !action->isEnabled() ? action->disabledReason() : area ? area->name : QString();
            ranked.row.shortcut = action->shortcuts().value(0);
            ranked.row.enabled = action->isEnabled();
            ranked.row.actionId = action->id();
            found.push_back(std::move(ranked));
        }
    }
}

void PalettePresenter::addRecentRows(const QString &typed, std::vector<Ranked> &found) const
{
    constexpr std::size_t maxRecent = 5;
    for (const PageAddress &address : m_shell.recent(maxRecent)) {
        const auto area = m_shell.area(address.area);
        if (!area || address.place.isEmpty())
            continue; // the starts of the areas are listed as pages to go to
        const auto match = matchPalette(typed, address.place, {area->name});
        if (!match)
            continue;
        Ranked ranked;
        ranked.rank = match->rank;
        ranked.row.group = PaletteGroup::Recent;
        ranked.row.iconName = area->iconName;
        ranked.row.title = address.place;
        ranked.row.matches = match->ranges;
        ranked.row.context = area->name;
        ranked.row.verb = PaletteVerb::GoTo;
        ranked.row.address = address;
        found.push_back(std::move(ranked));
    }
}

QList<PaletteRow> PalettePresenter::answerRows(const QString &sum) const
{
    const auto amount = MoneyInput::parse(sum, m_desk.state().currency(), m_locale);
    PaletteRow row;
    row.group = PaletteGroup::Answer;
    row.iconName = QStringLiteral("calc");
    if (!amount) {
        row.title = sum.isEmpty() ? tr("Type an amount or a sum such as 3*12.50") : amount.error().message;
        row.enabled = false;
        return {row};
    }
    row.title = tr("= %1", "the result of a sum").arg(TillTexts(m_locale).amount(*amount));
    row.context = tr("Enter copies it");
    row.verb = PaletteVerb::CopyText;
    row.text = TillTexts(m_locale).amount(*amount);
    return {row};
}

QList<PaletteRow> PalettePresenter::nothingRows(const QString &typed) const
{
    PaletteRow row;
    row.group = PaletteGroup::Nothing;
    row.iconName = QStringLiteral("search");
    const QString words = typed.startsWith(u'#') || typed.startsWith(u'>') ? typed.mid(1).trimmed() : typed;
    if (const auto address = PageAddress::fromString(typed); address && m_shell.area(address->area)) {
        row.title = tr("Open %1").arg(address->toString());
        row.verb = PaletteVerb::GoTo;
        row.address = *address;
        return {row};
    }
    if (!m_shell.area(QStringLiteral("catalog")) || words.isEmpty()) {
        row.title = tr("Nothing has this name");
        row.enabled = false;
        return {row};
    }
    row.title = tr("Search the catalog for “%1”").arg(words);
    row.verb = PaletteVerb::GoTo;
    row.address = {QStringLiteral("catalog"), QStringLiteral("?") + words};
    return {row};
}

int PalettePresenter::firstEnabled() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const PaletteRow &row) { return row.enabled; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool PalettePresenter::choose(int row)
{
    if (row < 0 || row >= m_rows.size() || !m_rows.at(row).enabled)
        return false;
    const PaletteRow chosen = m_rows.at(row);
    switch (chosen.verb) {
    case PaletteVerb::GoTo: return m_shell.go(chosen.address);
    case PaletteVerb::CopyText: Q_EMIT copyWanted(chosen.text); return true;
    case PaletteVerb::RunAction: break;
    }
    for (const Source &source : m_sources) {
        Action *action = source.actions->find(chosen.actionId);
        if (!action)
            continue;
        const QString key = useKey(chosen.actionId);
        m_preferences.setValue(key, QString::number(m_preferences.value(key).toInt() + 1));
        // The action of another page is done where its effect can be seen.
        if (!source.area.isEmpty() && source.area != m_shell.address().area && !m_shell.go({source.area, {}}))
            return false;
        return action->trigger();
    }
    return false;
}

QString PalettePresenter::useKey(const QString &actionId) const
{
    return QStringLiteral("palette.uses_") + QString(actionId).replace(u'.', u'_');
}

} // namespace crema
