// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/people/badge_screen.h"

#include "ui/terminal/application/typed_path.h"
#include "ui/terminal/widgets/qr_block.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

/// The code with the text below it, or beside it where that has more room; the text alone where neither fits.
Canvas badgeBlock(const QrMatrix &code, const QList<TextLine> &text, const Layout &layout)
{
    constexpr int textRows = 2;
    constexpr int gap = 2;
    constexpr int narrowestText = 20;
    const std::optional<Size> room = qrBlockSize(code, layout.charset);
    if (!room || room->width > layout.size.width || room->height > layout.size.height)
        return textBlock(text, layout);
    const int beside = layout.size.width - room->width - gap;
    const bool isBelow = room->height + textRows <= layout.size.height;
    if (!isBelow && beside < narrowestText)
        return textBlock(text, layout);
    Canvas canvas(layout.size);
    canvas.paste({0, 0}, qrBlock(code));
    if (isBelow)
        canvas.paste({room->height, 0}, textBlock(text, layout.within({layout.size.width, textRows})));
    else
        canvas.paste({0, room->width + gap}, textBlock(text, layout.within({beside, layout.size.height})));
    return canvas;
}

} // namespace

BadgeScreen::BadgeScreen(Navigator &navigator, PersonListPresenter &people)
    : TerminalScreen(navigator), m_people(people)
{
    connect(&m_people, &PersonListPresenter::badgeSaved, this, [this](const QString &fileName) {
        this->navigator().say(MessageKind::Ok, tr("The badge is in %1", "a file").arg(fileName));
    });
    connect(&m_people, &PersonListPresenter::badgeMade, this, [this] { this->navigator().redraw(); });
}

Page BadgeScreen::page() const
{
    Page page{.title = tr("BADGE")};
    page.body = [this](const Layout &layout) {
        const std::optional<MadeBadge> &made = m_people.madeBadge();
        if (!made)
            return textBlock({{.left = tr("It is not shown any more."), .maximumRows = 2}}, layout);
        const QList<TextLine> text{{.left = made->name, .style = Style::strong()},
                                   {.left = tr("Enter = %1").arg(m_people.badgeFileName()), .maximumRows = 3}};
        return badgeBlock(QrMatrix::of(made->code), text, layout);
    };
    page.prompt = Prompt{tr("File"), m_field, Echo::Shown};
    return page;
}

QList<TerminalAction> BadgeScreen::actions()
{
    return {{Verb::Done, tr("ok"), tr("Back to the person"), [this] { navigator().closeTop(); }}};
}

QString BadgeScreen::helpText() const
{
    return tr("The badge is shown this once. Save it as a picture, print it and cut it out. F4 leaves it.");
}

void BadgeScreen::submit(const QString &text)
{
    const QString typed = text.trimmed();
    m_people.saveBadge(typedPath(typed.isEmpty() ? m_people.badgeFileName() : typed));
}

} // namespace crema::terminal
