// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/unsent_screen.h"

#include "ui/terminal/application/told_message.h"
#include "ui/terminal/application/typed_path.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

UnsentScreen::UnsentScreen(Navigator &navigator, Clock &clock, MenuEnter enter, UnsentPresenter &unsent)
    : ListScreen(navigator, clock, enter), m_unsent(unsent)
{
    // What was said before this screen came was said elsewhere.
    if (m_unsent.message())
        m_toldMessage = m_unsent.message()->number;
    m_list.setItems({{.text = tr("Write to a file")}, {.text = tr("Take over a file")}});
    connect(&m_unsent, &UnsentPresenter::changed, this, &UnsentScreen::follow);
    connect(&m_unsent, &UnsentPresenter::exportWanted, this, [this] { begin(Work::Export); });
    connect(&m_unsent, &UnsentPresenter::importWanted, this, [this] { begin(Work::Import); });
}

void UnsentScreen::follow()
{
    const std::optional<TillMessage> &message = m_unsent.message();
    if (message && message->number != m_toldMessage) {
        m_toldMessage = message->number;
        sayMessage(navigator(), *message);
    }
    navigator().redraw();
}

Page UnsentScreen::page() const
{
    Page page{.title = tr("NOT SENT")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines{{.left = m_unsent.sentence(), .maximumRows = 5}};
        if (m_step != Step::Choice) {
            lines.append(TextLine());
            lines.append({.left = m_work == Work::Export ? tr("Write to a file") : tr("Take over a file"),
                          .style = Style::strong()});
        }
        if (m_step == Step::File && m_work == Work::Export)
            lines.append({.left = tr("Enter = %1").arg(m_unsent.proposedName()), .maximumRows = 3});
        else if (!m_file.isEmpty() && m_step != Step::Choice)
            lines.append({.left = m_file, .maximumRows = 4});
        const Canvas text = textBlock(lines, layout);
        if (m_step != Step::Choice)
            return text;
        Canvas canvas(layout.size);
        canvas.paste({0, 0}, text);
        int used = layout.size.height;
        while (used > 1 && text.rowText(used - 1).isEmpty())
            --used;
        const int from = used + 1;
        if (from < layout.size.height)
            canvas.paste({from, 0}, m_list.layout(layout.within({layout.size.width, layout.size.height - from})));
        return canvas;
    };
    const bool isSecret = m_step == Step::Passphrase || m_step == Step::Again;
    page.prompt = Prompt{promptLabel(), m_field, isSecret ? Echo::Hidden : Echo::Shown};
    return page;
}

QString UnsentScreen::promptLabel() const
{
    switch (m_step) {
    case Step::Choice: return tr("Choose 1-2");
    case Step::File: return tr("File");
    case Step::Passphrase: return tr("Passphrase");
    case Step::Again: return tr("The same again");
    }
    Q_UNREACHABLE();
}

QString UnsentScreen::helpText() const
{
    return tr("Before this device is left for good, write what it has not sent to a file. Another register of the "
              "business takes it over with the passphrase.");
}

bool UnsentScreen::key(const KeyEvent &event)
{
    return m_step == Step::Choice && ListScreen::key(event);
}

void UnsentScreen::submit(const QString &text)
{
    switch (m_step) {
    case Step::Choice: ListScreen::submit(text); break;
    case Step::File: takeFile(text.trimmed()); break;
    case Step::Passphrase: takePassphrase(text); break;
    case Step::Again: takeAgain(text); break;
    }
    navigator().redraw();
}

void UnsentScreen::scan(const QString &code)
{
    Q_UNUSED(code)
    stopWaiting();
    m_field.clear();
    navigator().say(MessageKind::Warning, tr("Type it here; a scan is not taken."));
}

void UnsentScreen::openRow(qsizetype row)
{
    m_field.clear();
    Action *action = m_unsent.actions().find(row == 0 ? u"unsent.export" : u"unsent.import");
    if (!action->trigger())
        navigator().say(MessageKind::Warning, action->disabledReason());
}

void UnsentScreen::begin(Work work)
{
    m_work = work;
    m_file.clear();
    m_passphrase.clear();
    goTo(Step::File);
}

void UnsentScreen::goTo(Step step)
{
    stopWaiting();
    m_field.clear();
    m_step = step;
    navigator().redraw();
}

void UnsentScreen::takeFile(const QString &text)
{
    if (text.isEmpty() && m_work == Work::Import) {
        navigator().say(MessageKind::Warning, tr("Type the name of the file."));
        return;
    }
    m_file = typedPath(text.isEmpty() ? m_unsent.proposedName() : text);
    goTo(Step::Passphrase);
}

void UnsentScreen::takePassphrase(const QString &text)
{
    const QString problem = m_work == Work::Export ? UnsentPresenter::passphraseProblem(text)
                            : text.isEmpty()       ? tr("Type the passphrase of the file.")
                                                   : QString();
    if (!problem.isEmpty()) {
        navigator().say(MessageKind::Warning, problem);
        return;
    }
    if (m_work == Work::Export) {
        m_passphrase = text;
        goTo(Step::Again);
        return;
    }
    goTo(Step::Choice);
    m_unsent.importFrom(m_file, text);
}

void UnsentScreen::takeAgain(const QString &text)
{
    const QString passphrase = std::exchange(m_passphrase, QString());
    if (const QString problem = UnsentPresenter::repetitionProblem(passphrase, text); !problem.isEmpty()) {
        navigator().say(MessageKind::Warning, problem);
        goTo(Step::Passphrase);
        return;
    }
    goTo(Step::Choice);
    m_unsent.exportTo(m_file, passphrase);
}

bool UnsentScreen::back()
{
    if (m_step == Step::Choice)
        return false;
    goTo(m_step == Step::File ? Step::Choice : m_step == Step::Passphrase ? Step::File : Step::Passphrase);
    return true;
}

} // namespace crema::terminal
