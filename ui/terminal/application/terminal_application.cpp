// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/terminal_application.h"

#include "ui/terminal/application/help_screen.h"

#include <algorithm>

namespace crema::terminal {

/// Holds drawing back while several things happen.
class TerminalApplication::Batch
{
public:
    explicit Batch(TerminalApplication &application) : m_application(application) { ++m_application.m_batches; }
    ~Batch()
    {
        if (--m_application.m_batches == 0)
            m_application.endBatch();
    }
    Q_DISABLE_COPY_MOVE(Batch)

private:
    TerminalApplication &m_application;
};

TerminalApplication::TerminalApplication(Screen &screen, Clock &clock, ScanSettings scanSettings)
    : m_screen(screen), m_detector(clock, std::move(scanSettings))
{
    m_screen.setListener(this);
}

TerminalApplication::~TerminalApplication()
{
    m_screen.setListener(nullptr);
    // The newest first: a screen may use what the one below it holds.
    while (!m_stack.empty())
        m_stack.pop_back();
}

void TerminalApplication::open(std::unique_ptr<TerminalScreen> screen)
{
    m_stack.push_back(std::move(screen));
    top()->shown();
    redraw();
}

void TerminalApplication::openInstead(std::unique_ptr<TerminalScreen> screen)
{
    m_closed.clear();
    while (!m_stack.empty())
        m_stack.pop_back();
    open(std::move(screen));
}

void TerminalApplication::closeTop()
{
    if (m_stack.size() < 2)
        return;
    retireTop();
    retireEnded();
    top()->shown();
    redraw();
}

void TerminalApplication::close(TerminalScreen &screen)
{
    if (top() == &screen)
        closeTop();
    else
        m_ended.emplace_back(&screen);
}

// What stood in front of them, such as help or the lock, was not theirs to close.
void TerminalApplication::retireEnded()
{
    std::erase_if(m_ended, [](const QPointer<TerminalScreen> &screen) { return screen.isNull(); });
    const auto isEnded = [this](const QPointer<TerminalScreen> &screen) { return screen.data() == top(); };
    while (m_stack.size() > 1 && std::ranges::any_of(m_ended, isEnded))
        retireTop();
}

// A screen often closes itself from its own code or timer, so it lives until the event loop turns.
void TerminalApplication::retireTop()
{
    m_closed.push_back(std::move(m_stack.back()));
    m_stack.pop_back();
    QMetaObject::invokeMethod(
        this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
}

void TerminalApplication::goBack()
{
    if (!top() || top()->back()) {
        redraw();
        return;
    }
    if (m_stack.size() < 2)
        leave();
    else
        closeTop();
}

void TerminalApplication::goToMainMenu()
{
    while (m_stack.size() > 1)
        retireTop();
    if (top())
        top()->shown();
    redraw();
}

void TerminalApplication::quit()
{
    Q_EMIT finished();
}

void TerminalApplication::leave()
{
    std::unique_ptr<TerminalScreen> question = m_leaveQuestion && !m_leaving ? m_leaveQuestion() : nullptr;
    if (!question) {
        quit();
        return;
    }
    m_leaving = question.get();
    open(std::move(question));
}

void TerminalApplication::learnKey(const QByteArray &bytes, Key key)
{
    m_screen.learnKey(bytes, key);
}

void TerminalApplication::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    redraw();
}

void TerminalApplication::say(MessageKind kind, const QString &text)
{
    m_message = {kind, text, m_message.number + 1};
    redraw();
}

void TerminalApplication::bell()
{
    m_screen.bell();
}

void TerminalApplication::okBell()
{
    if (m_okBell == OkBell::One)
        m_screen.bell();
}

void TerminalApplication::dropInput()
{
    m_screen.dropInput();
}

void TerminalApplication::typeAhead(const QString &characters)
{
    const Batch batch(*this);
    for (const KeyEvent &event : keysOf(characters))
        handleKey(event);
}

void TerminalApplication::redraw()
{
    if (m_drawPending)
        return;
    m_drawPending = true;
    // Outside of a batch a change comes from a presenter; several of one turn of the loop are drawn once.
    if (m_batches == 0)
        QMetaObject::invokeMethod(this, &TerminalApplication::endBatch, Qt::QueuedConnection);
}

void TerminalApplication::endBatch()
{
    if (m_drawPending)
        draw();
}

void TerminalApplication::draw()
{
    m_drawPending = false;
    if (!top())
        return;
    if (isTooSmall()) {
        m_screen.show(tooSmall(m_screen.size(), m_screen.charset()));
        return;
    }
    Page page = top()->page();
    page.message = m_message;
    page.hints = [this] { return hints(); };
    m_screen.show(framed(page, Layout::of(m_screen.size(), m_screen.charset())));
}

bool TerminalApplication::isTooSmall() const
{
    const Size size = m_screen.size();
    return size.width < Layout::minimum.width || size.height < Layout::minimum.height;
}

void TerminalApplication::keysArrived(const QList<KeyEvent> &keys)
{
    const Batch batch(*this);
    Q_EMIT activity();
    if (top() && !isTooSmall() && top()->rawKeys(keys)) {
        redraw();
        return;
    }
    for (const Input &input : m_detector.read(keys))
        handle(input);
    redraw();
}

void TerminalApplication::takeCode(const QString &code)
{
    const Batch batch(*this);
    Q_EMIT activity();
    handle(Scan{code});
    redraw();
}

void TerminalApplication::resized()
{
    m_screen.repaint();
    draw();
}

void TerminalApplication::interrupted()
{
    const Batch batch(*this);
    leave();
}

bool TerminalApplication::isWorking() const
{
    return m_stack.empty() || m_stack.back()->isWorking();
}

void TerminalApplication::closed()
{
    quit();
}

void TerminalApplication::handle(const Input &input)
{
    if (!top())
        return;
    // Nothing counts that the person cannot see.
    if (isTooSmall()) {
        if (std::holds_alternative<Scan>(input))
            bell();
        return;
    }
    if (const auto *scan = std::get_if<Scan>(&input))
        handleScan(*scan);
    else
        handleKey(std::get<TypedKey>(input).event);
}

void TerminalApplication::handleScan(const Scan &scan)
{
    m_message = {MessageKind::None, {}, m_message.number};
    if (LineEdit *field = top()->field())
        field->retract(scan.retract);
    if (m_scanFilter && !top()->mustBeAnswered() && m_scanFilter(scan.code))
        return;
    top()->scan(scan.code);
}

void TerminalApplication::handleKey(const KeyEvent &event)
{
    const LineEdit *field = top()->field();
    if (const std::optional<Verb> verb = m_keys.verbOfKey(event, field ? field->text() : QString())) {
        if (*verb == Verb::Back)
            handleBack(event);
        else
            perform(*verb);
        return;
    }
    if (top()->key(event))
        return;
    if (event.key == Key::Enter)
        handleEnter();
    else if (LineEdit *target = top()->field())
        target->key(event);
}

// Esc clears what is typed before it leaves; F3 leaves at once.
void TerminalApplication::handleBack(const KeyEvent &event)
{
    LineEdit *field = top()->field();
    if (event.key == Key::Escape && field && !field->isEmpty())
        field->clear();
    else
        perform(Verb::Back);
}

void TerminalApplication::handleEnter()
{
    const QString text = top()->field() ? top()->field()->take() : QString();
    if (const std::optional<Verb> verb = m_keys.verbOfDotTwin(text)) {
        perform(*verb);
        return;
    }
    m_message = {MessageKind::None, {}, m_message.number};
    if (text == QLatin1String(":q"))
        leave();
    else
        top()->submit(text);
}

void TerminalApplication::perform(Verb verb)
{
    m_message = {MessageKind::None, {}, m_message.number};
    for (const TerminalAction &action : top()->actions()) {
        if (action.verb != verb)
            continue;
        if (action.disabledReason.isEmpty())
            action.run();
        else
            say(MessageKind::Warning, action.disabledReason);
        return;
    }
    performCommon(verb);
}

void TerminalApplication::performCommon(Verb verb)
{
    switch (verb) {
    case Verb::Help:
        if (!dynamic_cast<HelpScreen *>(top()))
            open(std::make_unique<HelpScreen>(*this, m_keys.inWords(top()->helpText()), allActions()));
        break;
    case Verb::Back: goBack(); break;
    case Verb::MainMenu:
        if (!top()->mustBeAnswered())
            goToMainMenu();
        break;
    case Verb::Redraw:
        m_screen.repaint();
        redraw();
        break;
    default: say(MessageKind::Warning, tr("%1 does nothing here").arg(m_keys.of(verb).keyName));
    }
}

QList<TerminalAction> TerminalApplication::allActions()
{
    QList<TerminalAction> actions = top()->actions();
    const auto add = [&actions](Verb verb, const QString &shortText, const QString &text) {
        const auto same = [verb](const TerminalAction &action) { return action.verb == verb; };
        if (std::ranges::none_of(actions, same))
            actions.append({verb, shortText, text, {}});
    };
    add(Verb::Help, QStringLiteral("?"), tr("Help"));
    add(Verb::Back, QStringLiteral("<"), m_stack.size() > 1 ? tr("Back") : tr("Quit"));
    if (m_stack.size() > 1 && !top()->mustBeAnswered())
        add(Verb::MainMenu, QStringLiteral("^"), tr("Main menu"));
    add(Verb::Redraw, QStringLiteral("="), tr("Draw the screen anew"));
    const auto place = [this](const TerminalAction &action) { return m_keys.placeOf(action.verb); };
    std::ranges::stable_sort(actions, {}, place);
    return actions;
}

QList<Hint> TerminalApplication::hints()
{
    QList<Hint> result;
    for (const TerminalAction &action : allActions()) {
        if (action.disabledReason.isEmpty() && !action.shortText.isEmpty() && action.verb != Verb::Redraw)
            result.append({m_keys.of(action.verb).keyName, action.shortText, action.text});
    }
    return result;
}

} // namespace crema::terminal
