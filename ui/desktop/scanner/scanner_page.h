// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/window/area_page.h"

class QLabel;
class QVBoxLayout;

namespace crema {
class ScannerPresenter;
class SerialScanner;
} // namespace crema

namespace crema::desktop {

class Card;
class ChoiceRow;
class MessageStrip;
class PageHeader;
class QrCodeView;
class SampleFilter;
class Theme;
class Tones;
class TouchButton;

/// The scanner of this device: three scans teach it, and each is shown as it came and as it is read. Everything given
/// outlives it.
class ScannerPage final : public AreaPage
{
    Q_OBJECT

public:
    ScannerPage(const Theme &theme, ScannerPresenter &scanner, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;
    void setTones(Tones &tones) { m_tones = &tones; }
    /// Shows and sets this scanner too, once. Outlives the page.
    void setSerial(SerialScanner &serial);
    bool takeScan(const QString &code) override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTeach();
    [[nodiscard]] QWidget *makeReading();
    [[nodiscard]] QWidget *makeSounds();
    void showScanner();
    void showReading();

    const Theme &m_theme;
    ScannerPresenter &m_scanner;
    SampleFilter *m_filter;
    Tones *m_tones = nullptr;
    PageHeader *m_header;
    QVBoxLayout *m_column;
    Card *m_setup = nullptr;
    Card *m_reading = nullptr;
    MessageStrip *m_message;
    QrCodeView *m_code;
    TouchButton *m_begin;
    TouchButton *m_reset;
    QLabel *m_warnings = nullptr;
    ChoiceRow *m_sounds = nullptr;
};

} // namespace crema::desktop
