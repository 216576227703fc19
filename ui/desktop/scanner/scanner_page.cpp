// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/scanner/scanner_page.h"

#include "ui/desktop/account/qr_code_view.h"
#include "ui/desktop/input/sample_filter.h"
#include "ui/desktop/input/tones.h"
#include "ui/desktop/scanner/serial_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/scroll_column.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/scanner/scanner_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int widestPx = 760;
constexpr int nameSharePx = 200;

void fillFacts(const Theme &theme, QGridLayout &grid, const QString &name, const QList<SampleFact> &facts)
{
    grid.setColumnMinimumWidth(0, theme.scaled(nameSharePx));
    grid.setColumnStretch(1, 1);
    grid.setHorizontalSpacing(16);
    grid.setVerticalSpacing(6);
    for (int row = 0; row < facts.size(); ++row) {
        QLabel *left = makeText(theme, name + QStringLiteral(".name%1").arg(row), 14, QFont::Normal, "muted");
        QLabel *right = makeText(theme, name + QStringLiteral(".value%1").arg(row), 14, QFont::Medium);
        left->setText(facts.at(row).name);
        right->setText(facts.at(row).value);
        right->setTextFormat(Qt::PlainText);
        for (QLabel *label : {left, right})
            label->setWordWrap(true);
        grid.addWidget(left, row, 0, Qt::AlignTop);
        grid.addWidget(right, row, 1);
    }
}

} // namespace

ScannerPage::ScannerPage(const Theme &theme, ScannerPresenter &scanner, Clock &clock, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_scanner(scanner), m_filter(new SampleFilter(clock, this)),
      m_header(new PageHeader(theme, QStringLiteral("scannerHeader"))), m_column(new QVBoxLayout),
      m_message(new MessageStrip(theme)), m_code(new QrCodeView(theme, QStringLiteral("scannerCode"))),
      m_begin(new TouchButton(theme, QStringLiteral("scannerBegin"))),
      m_reset(new TouchButton(theme, QStringLiteral("scannerReset")))
{
    setObjectName(QStringLiteral("scannerPage"));
    m_header->setTitle(tr("Scanner"));
    m_header->setAside(tr("of this device"));
    m_column->setSpacing(16);
    m_column->addWidget(makeTeach());
    m_column->addWidget(makeReading());
    m_column->addWidget(makeSounds());
    m_column->addStretch(1);
    auto *scroll = new QScrollArea;
    scrollColumn(*scroll, *m_column, QStringLiteral("scanner"), theme.scaled(widestPx));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(scroll, 1);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        if (m_scanner.isListening())
            m_scanner.stop();
        else
            m_scanner.begin();
    });
    connect(m_reset, &QPushButton::clicked, &scanner, &ScannerPresenter::reset);
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    connect(m_filter, &SampleFilter::sampled, &scanner, &ScannerPresenter::take);
    connect(m_filter, &SampleFilter::cancelled, &scanner, &ScannerPresenter::stop);
    connect(m_sounds, &ChoiceRow::chosen, this, [this](const QString &id) {
        m_scanner.setSounds(scanSoundsOf(id));
        if (m_tones)
            m_tones->found();
    });
    connect(&scanner, &ScannerPresenter::changed, this, &ScannerPage::showScanner);
    setSizeClass(SizeClass::Medium);
    showScanner();
}

AreaPage::Area ScannerPage::area()
{
    return {QStringLiteral("scanner"),      tr("Scanner"), QStringLiteral("scan"),
            QStringLiteral("Ctrl+Shift+S"), false,         QStringLiteral("settings")};
}

void ScannerPage::setSizeClass(SizeClass size)
{
    const int edge = size == SizeClass::Wide ? 24 : 16;
    m_header->setEdge(edge);
    m_column->setContentsMargins(edge, 8, edge, 24);
}

void ScannerPage::arrive()
{
    m_begin->setFocus(Qt::OtherFocusReason);
}

void ScannerPage::setSerial(SerialScanner &serial)
{
    // Behind the others, in front of the stretch.
    m_column->insertWidget(m_column->count() - 1, new SerialCard(m_theme, serial));
}

bool ScannerPage::takeScan(const QString &code)
{
    // Nobody sells from here: the scan is told apart and named, which is what the page is for.
    ScanSample sample;
    for (const QChar letter : code)
        sample.strokes.append({letter, 0});
    sample.end = ScanEnd::Enter;
    m_scanner.show(sample);
    return true;
}

QWidget *ScannerPage::makeTeach()
{
    m_setup = new Card(m_theme, QStringLiteral("scannerCard"), tr("How its codes come"));
    QLabel *about = makeText(m_theme, QStringLiteral("scannerAbout"), 14, QFont::Normal, "muted");
    about->setWordWrap(true);
    about->setText(
        tr("Codes are told from typing by their speed. Three scans teach what this scanner sends before and "
           "behind a code, and how fast it is. The test code also shows whether it is set to the keyboard of "
           "this country."));
    m_code->setText(scannerTestCode);
    m_code->setAccessibleName(tr("Test code: %1").arg(scannerTestCode));
    QLabel *caption = makeText(m_theme, QStringLiteral("scannerCaption"), 12, QFont::Normal, "muted");
    caption->setText(tr("Test code: %1").arg(scannerTestCode));
    auto *facts = new QWidget;
    facts->setObjectName(QStringLiteral("scannerFacts"));
    auto *right = new QVBoxLayout(facts);
    right->setContentsMargins(0, 0, 0, 0);
    right->addWidget(m_code, 0, Qt::AlignLeading);
    right->addWidget(caption);
    m_reset->setText(tr("As usual"));
    auto *buttons = new QWidget;
    buttons->setObjectName(QStringLiteral("scannerButtons"));
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (TouchButton *button : {m_begin, m_reset}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(40));
        line->addWidget(button);
    }
    line->addStretch(1);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scannerTeach"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(12);
    for (QWidget *part : {static_cast<QWidget *>(about), facts, buttons, static_cast<QWidget *>(m_message)})
        column->addWidget(part);
    m_setup->addRow(content);
    return m_setup;
}

QWidget *ScannerPage::makeReading()
{
    m_reading = new Card(m_theme, QStringLiteral("scannerReading"), tr("What came last"));
    m_warnings = makeText(m_theme, QStringLiteral("scannerWarnings"), 14, QFont::Medium, "warning");
    m_warnings->setWordWrap(true);
    m_reading->addRow(m_warnings);
    return m_reading;
}

QWidget *ScannerPage::makeSounds()
{
    auto *card = new Card(m_theme, QStringLiteral("scannerSoundCard"), tr("Sounds"));
    m_sounds = new ChoiceRow(m_theme, QStringLiteral("scannerSounds"), tr("Sounds"));
    m_sounds->addChoice(QStringLiteral("automatic"), tr("Where there is sound"));
    m_sounds->addChoice(QStringLiteral("on"), tr("On"));
    m_sounds->addChoice(QStringLiteral("off"), tr("Off"));
    QLabel *about = makeText(m_theme, QStringLiteral("scannerSoundAbout"), 12, QFont::Normal, "muted");
    about->setWordWrap(true);
    about->setText(tr("One high tone: found. Two low ones: nobody knows the code. Three: it could not be taken now."));
    card->addRow(m_sounds);
    card->addRow(about);
    return card;
}

void ScannerPage::showScanner()
{
    const bool isListening = m_scanner.isListening();
    m_filter->listen(isListening && isVisible());
    m_begin->setText(isListening ? tr("Stop") : tr("Teach it by three scans"));
    m_begin->setKind(isListening ? "plain" : "primary");
    m_reset->setEnabled(!m_scanner.setup().isUsual());
    m_message->setVisible(!m_scanner.message().isEmpty());
    if (!m_scanner.message().isEmpty()) {
        const Tone tone = m_scanner.isFailure() ? Tone::Error : isListening ? Tone::Neutral : Tone::Ok;
        m_message->showMessage(tone, m_scanner.message(), m_scanner.hint());
    }
    fillFacts(m_theme, *m_setup->emptied(QStringLiteral("scannerSetup")), QStringLiteral("scannerSetup"),
              m_scanner.facts());
    m_sounds->setCurrent(scanSoundsText(m_scanner.setup().sounds));
    showReading();
}

void ScannerPage::showReading()
{
    const std::optional<SampleReading> &reading = m_scanner.reading();
    m_reading->setVisible(reading.has_value());
    if (!reading)
        return;
    fillFacts(m_theme, *m_reading->emptied(QStringLiteral("scannerSample")), QStringLiteral("scannerSample"),
              reading->facts);
    m_warnings->setText(reading->warnings.join(u'\n'));
    m_warnings->setVisible(!reading->warnings.isEmpty());
}

void ScannerPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_scanner.stop();
    m_filter->listen(false);
}

} // namespace crema::desktop
